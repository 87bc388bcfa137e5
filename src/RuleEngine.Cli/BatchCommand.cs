using System.CommandLine;
using RuleEngine.Engine.Batch;
using RuleEngine.Model;
using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine batch</c>: its options.</summary>
internal static class BatchCommand
{
    public static Command Make(Terminal terminal)
    {
        var (command, request) = Build(terminal);
        command.SetAction(parsed => Batch.Run(request(parsed), terminal));
        return command;
    }

    /// <summary>What a command line asks for, the word <c>batch</c> left out; null where it is none.</summary>
    public static BatchRequest? Request(IReadOnlyList<string> words, Terminal terminal)
    {
        var (command, request) = Build(terminal);
        var parsed = command.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return parsed.Errors.Count == 0 ? request(parsed) : null;
    }

    private static (Command Command, Func<ParseResult, BatchRequest> Request) Build(Terminal terminal)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = "Files, folders, globs, or - for standard input: .json holds one proposal, .ndjson and .jsonl one a line, and so does standard input; .gz and .zst of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o") { Description = "Write the results to a file, which is FILE.part until all is done; standard output when not given.", HelpName = "FILE" };
        var resume = new Flag("--resume") { Description = "Go on with the FILE.part that an interrupted run has left; the configuration must be what it was." };
        var part = new Option<string>("--shard") { Description = "Check one part of the inputs, as 3/16; `ruleengine merge` puts the parts together.", HelpName = "PART/PARTS" };
        var threads = new Option<int>("--threads", "-j") { Description = "How many threads check; as many as there are processors when not given.", HelpName = "NUMBER", DefaultValueFactory = _ => Environment.ProcessorCount };
        var summary = new Flag("--summary") { Description = "End with what each principle came to and the most frequent findings, on standard error." };
        var compare = new Option<string>("--compare") { Description = "Say which verdicts changed since these results, and why; a proposal is known by its path and id. No results are written but with --output.", HelpName = "OLD.jsonl" };
        var verbose = new Flag("--verbose", "-v") { Description = "With --compare, name every proposal." };
        var excerpts = new Flag("--excerpts") { Description = "Carry each place's own lines and its content's hash, so that `ruleengine report` makes of the results what `check` would have printed." };
        var exclude = new Option<string[]>("--exclude") { Description = "Leave out files of folders and globs that match, relative to the working folder (repeatable).", HelpName = "GLOB" };
        var failOn = new Option<string>("--fail-on") { Description = "violated: exit 1 on a violation. undetermined: besides, exit 3 where nothing is violated and something undetermined." };
        failOn.AcceptOnlyFromAmong([.. FailOn.All.Select(word => word.Text)]);
        var today = new DayOption("--today") { Description = "The day on which waivers must still hold; the day that it is (UTC) when not given." };
        var pack = new PackOption();
        var command = new Command("batch", "Checks any number of proposals, streaming, on all processors; writes one line of JSON for each.")
        {
            inputs, output, resume, part, threads, summary, compare, verbose, excerpts, exclude, failOn, today,
        };
        pack.AddTo(command, withSets: true);
        MisspeltOptions.Refuse(inputs, command, terminal);
        command.Validators.Add(result =>
        {
            if (result.GetValue(part) is { } asked && Part.Parse(asked) is null)
                result.AddError($"--shard is written PART/PARTS, the first part being 1: 3/16, not \"{Spelling.Cut(asked)}\".");
            if (result.GetResult(threads) is { Implicit: false } && result.GetValue(threads) is not (>= 1 and <= 1024))
                result.AddError("--threads takes a number from 1 to 1024.");
            if (result.GetResult(resume) is not null && result.GetValue(output) is null or "-")
                result.AddError("--resume needs --output FILE: standard output keeps nothing to go on with.");
        });
        return (command, parsed => new BatchRequest
        {
            Inputs = parsed.GetValue(inputs)!,
            Excluded = parsed.GetValue(exclude) ?? [],
            Output = parsed.GetValue(output),
            Resume = resume.IsGiven(parsed),
            Part = parsed.GetValue(part) is { } asked ? Part.Parse(asked) : null,
            Threads = parsed.GetValue(threads),
            Summary = summary.IsGiven(parsed),
            Compare = parsed.GetValue(compare),
            Verbose = verbose.IsGiven(parsed),
            Excerpts = excerpts.IsGiven(parsed),
            FailOn = parsed.GetValue(failOn) is { } word ? FailOn.All.Find(word) : null,
            Today = today.Day(parsed),
            Pack = pack.Folder(parsed),
            Sets = pack.Sets(parsed),
            NoCache = pack.NoCache(parsed),
            Isolate = pack.Isolate(parsed),
        });
    }
}
