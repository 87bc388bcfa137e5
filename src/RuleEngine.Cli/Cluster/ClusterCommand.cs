using System.CommandLine;
using System.Globalization;
using System.Text;
using RuleEngine.Reporting;

namespace RuleEngine.Cli.Cluster;

/// <summary><c>ruleengine cluster</c>: a batch in parts on a Slurm cluster, or on this machine.</summary>
internal static class ClusterCommand
{
    public static Command Make(Terminal terminal) => new("cluster", "Has a batch done in parts on a Slurm cluster: a job folder, its parts, and the merge.")
    {
        Submit(terminal),
        Of("status", "Says which parts of a job are done, running and lost, how fast it goes, and how long it may take.", folder => Say(terminal, JobStatus.Of(folder).Text()), terminal),
        Resume(terminal),
        Run(terminal),
        Part(terminal),
        Of("merge", "Puts the parts of a job together, once all are done; what `merge.sh` runs.", folder => MergeRun.Run(folder, terminal), terminal),
    };

    private static Command Submit(Terminal terminal)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "As for `batch`; standard input cannot be divided.", Arity = ArgumentArity.OneOrMore };
        var parts = new Option<int>("--parts") { Description = "How many parts: of equal bytes; compressed files and files of one proposal are not divided.", HelpName = "N", Required = true };
        var output = new Option<string>("--output", "-o") { Description = "The file that the results go to.", HelpName = "FILE", Required = true };
        var job = new Option<string>("--job") { Description = "The job folder; FILE.job when not given.", HelpName = "FOLDER" };
        var dryRun = new Flag("--dry-run") { Description = "Write the job folder and submit nothing: its scripts can be read, changed and submitted by hand." };
        var partition = new Option<string>("--partition") { Description = "Slurm's partition.", HelpName = "NAME" };
        var time = new Option<string>("--time") { Description = "Slurm's time limit of a part, as sbatch takes it. A part that is stopped by it goes on when it is submitted again.", HelpName = "TIME" };
        var atMost = AtMost();
        var options = new BatchOptions();
        var command = new Command("submit", "Writes a job folder for a batch, and submits an array of its parts and a merge that waits for them. Further options of sbatch go after --.")
        {
            inputs, parts, output, job, dryRun, partition, time, atMost,
        };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(parts) is { Implicit: false } && result.GetValue(parts) is not (>= 1 and <= JobManifest.MostParts))
                result.AddError($"--parts takes a number from 1 to {JobManifest.MostParts}.");
        });
        command.SetAction(parsed =>
        {
            var (given, further) = AtDashes(parsed, parsed.GetValue(inputs)!);
            foreach (var misspelt in MisspeltOptions.Among(given, command, terminal))
                throw new UsageException(misspelt);
            RefuseArray(further);
            var target = Path.GetFullPath(parsed.GetValue(output)!, terminal.Folder);
            var folder = JobPlan.Make(given, options.Written(parsed), parsed.GetValue(parts), target, Path.GetFullPath(parsed.GetValue(job) ?? target + ".job", terminal.Folder), options.Threads(parsed), terminal);
            Say(terminal, $"{Shown(folder.Path, terminal)} is written: {folder.Manifest.Parts} part{(folder.Manifest.Parts == 1 ? "" : "s")} of {folder.Manifest.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes.\n");
            var submission = new JobSubmission(folder, SlurmOptions(parsed.GetValue(partition), parsed.GetValue(time), further), parsed.GetValue(atMost));
            if (dryRun.IsGiven(parsed))
                return Say(terminal, $"Nothing is submitted. By hand, JOB being the number that the first gives:\n  {string.Join("\n  ", submission.ByHand())}\nWithout Slurm: ruleengine cluster run {Shown(folder.Path, terminal)} --jobs 2\n");
            return Say(terminal, submission.Submit() + "\n");
        });
        return command;
    }

    private static Command Resume(Terminal terminal)
    {
        var folder = Folder();
        var partition = new Option<string>("--partition") { Description = "Slurm's partition.", HelpName = "NAME" };
        var time = new Option<string>("--time") { Description = "Slurm's time limit of a part.", HelpName = "TIME" };
        var atMost = AtMost();
        var further = new Argument<string[]>("SBATCH") { Description = "After --: further options of sbatch.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("resume", "Submits only the parts of a job that are missing or failed, and the merge.") { folder, partition, time, atMost, further };
        command.SetAction(parsed =>
        {
            RefuseArray(parsed.GetValue(further) ?? []);
            var submission = new JobSubmission(JobFolder.Open(parsed.GetValue(folder)!, terminal.Folder), SlurmOptions(parsed.GetValue(partition), parsed.GetValue(time), parsed.GetValue(further) ?? []), parsed.GetValue(atMost));
            return Say(terminal, submission.Resume() + "\n");
        });
        return command;
    }

    private static Command Run(Terminal terminal)
    {
        var folder = Folder();
        var jobs = new Option<int>("--jobs") { Description = "How many parts at once; 1 when not given.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        var command = new Command("run", "Does a job on this machine, without a scheduler: the parts that are not done, and the merge.") { folder, jobs };
        command.Validators.Add(result =>
        {
            if (result.GetResult(jobs) is { Implicit: false } && result.GetValue(jobs) is not (>= 1 and <= 1024))
                result.AddError("--jobs takes a number from 1 to 1024.");
        });
        command.SetAction(parsed => LocalRun.Run(JobFolder.Open(parsed.GetValue(folder)!, terminal.Folder), parsed.GetValue(jobs), terminal));
        return command;
    }

    private static Command Part(Terminal terminal)
    {
        var folder = Folder();
        var number = new Argument<int>("NUMBER") { Description = "Which part, from 1." };
        var command = new Command("part", "Does one part of a job; what `part.sh` runs. Exit 0 when it is done, whatever its proposals came to.") { folder, number };
        command.SetAction(parsed => PartRun.Run(JobFolder.Open(parsed.GetValue(folder)!, terminal.Folder), parsed.GetValue(number), terminal));
        return command;
    }

    private static Command Of(string name, string description, Func<JobFolder, int> run, Terminal terminal)
    {
        var folder = Folder();
        var command = new Command(name, description) { folder };
        command.SetAction(parsed => run(JobFolder.Open(parsed.GetValue(folder)!, terminal.Folder)));
        return command;
    }

    private static Option<int?> AtMost() => new("--at-most") { Description = "How many parts may run at once; as many as there is room for when not given.", HelpName = "NUMBER" };

    /// <exception cref="UsageException">Which parts there are, is not for options of sbatch to say.</exception>
    private static void RefuseArray(IReadOnlyList<string> further)
    {
        if (further.Any(option => option.StartsWith("--array", StringComparison.Ordinal) || option.StartsWith("-a", StringComparison.Ordinal)))
            throw new UsageException("--array is the job's own: --parts says how many there are, --at-most how many may run at once.");
    }

    private static Argument<string> Folder() => new("FOLDER") { Description = "The job folder." };

    private static IReadOnlyList<string> SlurmOptions(string? partition, string? time, IReadOnlyList<string> further) =>
        [.. partition is null ? Array.Empty<string>() : [$"--partition={partition}"], .. time is null ? Array.Empty<string>() : [$"--time={time}"], .. further];

    /// <summary>What stands before <c>--</c>, and what after it.</summary>
    private static (IReadOnlyList<string> Before, IReadOnlyList<string> After) AtDashes(ParseResult parsed, string[] values)
    {
        var dashes = parsed.Tokens.ToList().FindIndex(token => token.Type == System.CommandLine.Parsing.TokenType.DoubleDash);
        if (dashes < 0)
            return (values, []);
        var after = parsed.Tokens.Skip(dashes + 1).Select(token => token.Value).ToList();
        return (values[..^after.Count], after);
    }

    private static string Shown(string path, Terminal terminal) => Path.GetRelativePath(terminal.Folder, path).Replace('\\', '/');

    private static int Say(Terminal terminal, string text)
    {
        terminal.Out.Write(Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n').Select(Printable.Text))));
        return ExitCode.Clean;
    }
}
