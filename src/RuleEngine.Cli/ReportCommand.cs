using System.CommandLine;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine report</c></summary>
internal static class ReportCommand
{
    public static Command Make(Terminal terminal)
    {
        var results = new Argument<string>("RESULTS") { Description = "What `batch`, `merge` or `check --format jsonl` has written, compressed or not; - for standard input." };
        var formats = new FormatOption();
        var verbose = new Flag("--verbose", "-v") { Description = "Show supports too." };
        var excerpts = new Flag("--excerpts") { Description = "Carry each place's own lines in jsonl." };
        var failOn = new Option<string>("--fail-on") { Description = "What junit shows as a failure: violated, or undetermined besides." };
        failOn.AcceptOnlyFromAmong([.. FailOn.All.Select(word => word.Text)]);
        var pack = new PackOption();
        var command = new Command("report", "Makes a report of any format from the results of a batch.") { results, formats, verbose, excerpts, failOn };
        pack.AddTo(command);
        MisspeltOptions.Refuse(results, command, terminal);
        command.SetAction(parsed => Run(
            parsed.GetValue(results)!,
            ReportOutput.Of(parsed.GetValue(formats) ?? [], terminal.Folder),
            new ReportOptions
            {
                Width = terminal.Width,
                Colour = terminal.Colour,
                Verbose = verbose.IsGiven(parsed),
                Excerpts = excerpts.IsGiven(parsed),
                FailOn = parsed.GetValue(failOn) is { } word ? FailOn.All.Find(word)! : FailOn.Violated,
                Folder = terminal.Folder,
            },
            pack.Read(parsed, terminal),
            terminal));
        return command;
    }

    private static int Run(string results, IReadOnlyList<ReportOutput> outputs, ReportOptions options, RulePack pack, Terminal terminal)
    {
        var shown = results.Replace('\\', '/');
        var file = results == "-" ? "-" : Path.GetFullPath(results, terminal.Folder);
        if (Directory.Exists(file))
            throw new UsageException($"{shown} is a folder: it holds no results.");
        if (outputs.Any(output => output.File is { } written && ResultTarget.Meant(written) == ResultTarget.Meant(file)))
            throw new UsageException($"{shown} holds the results: a report cannot be written over it.");
        using var spool = file == "-" ? Spooled(terminal) : null;
        var isOfOtherPack = false;
        foreach (var output in outputs)
        {
            var report = RecordedReport.Read(shown, () => Open(shown, spool?.Name ?? file), pack, output.Format.KeepsRecords);
            output.Write(report, options, terminal);
            isOfOtherPack = report.Tool.Principles.Count == 0;
        }

        if (isOfOtherPack)
            terminal.Complain($"ruleengine: {shown} was made with another rule pack: what its findings are called is not known here. --rules names that pack.");
        return ExitCode.Clean;
    }

    private static FileStream Open(string shown, string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file {shown}.");
        }
    }

    /// <summary>Standard input as a file, since most formats go through the results more than once; it is gone when it is closed.</summary>
    private static FileStream Spooled(Terminal terminal)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
        using var input = terminal.OpenIn();
        input.CopyTo(file);
        file.Flush();
        return file;
    }
}
