using System.CommandLine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine merge</c></summary>
internal static class MergeCommand
{
    public static Command Make(Terminal terminal)
    {
        var parts = new Argument<string[]>("PART") { Description = "The results of every part, in any order; files or globs.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Write to a file, which appears whole or not at all; standard output when not given.", HelpName = "FILE" };
        var command = new Command("merge", "Puts the results of `batch --shard` together: the same bytes as one run would have written.") { parts, output };
        MisspeltOptions.Refuse(parts, command, terminal);
        command.SetAction(parsed => Run(Files(parsed.GetValue(parts)!, terminal), ResultTarget.Of(parsed.GetValue(output), terminal.Folder), terminal));
        return command;
    }

    /// <exception cref="UsageException">There is none.</exception>
    private static List<Input> Files(IReadOnlyList<string> given, Terminal terminal) =>
        new Inputs(terminal.Folder, [], EffectiveSettings.None, "").Find(given) is { Count: > 0 } files ? files
            : throw new UsageException($"There is no part: {string.Join(", ", given)}.");

    /// <summary>Puts the parts in these files together.</summary>
    public static int Run(List<Input> files, ResultTarget? target, Terminal terminal)
    {
        if (files.Find(input => target is not null && ResultTarget.Meant(input.File) == target.File) is { } lost)
            throw new UsageException($"{lost.Path} is a part: the whole cannot be written over it.");
        var byPath = files.ToDictionary(input => input.Path, input => input.File);
        var merge = new Merge([.. files.Select(input =>
        {
            using var stream = Open(input.Path, input.File);
            return PartFile.Read(input.Path, stream);
        })]);
        using var output = ResultFile.Open(target, isHashed: false, terminal);
        output.Keep(0);
        merge.Write(part => Open(part.Path, byPath[part.Path]), output.Write);
        var notices = new JsonLine(withExcerpts: false);
        notices.WriteNotices(merge.Notices);
        output.Write(notices.Written);
        output.Complete();
        if (merge.Summary.Checked + merge.Summary.Invalid > 0)
            return ExitCode.Clean;
        terminal.Error.WriteLine("ruleengine: The parts hold no results: nothing was checked.");
        return ExitCode.Incomplete;
    }

    private static FileStream Open(string path, string file)
    {
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no part {path}.");
        }
    }
}
