using System.CommandLine;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine diff</c></summary>
internal static class DiffCommand
{
    public static Command Make(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "The earlier draft: a file, or a git revision of one as in HEAD:drafts/a.json (from the top of the repository; HEAD:./a.json from here)." };
        var @new = new Argument<string>("NEW") { Description = "The later draft, likewise." };
        var pack = new PackOption();
        var command = new Command("diff", "Says which principles changed verdict between two drafts, and which clauses did it. Exit 1 when one got worse.") { old, @new };
        pack.AddTo(command, withSets: true);
        command.SetAction(parsed => Run(parsed.GetValue(old)!, parsed.GetValue(@new)!, pack.ReadPinned(parsed, terminal), terminal));
        return command;
    }

    private static int Run(string old, string @new, RulePack pack, Terminal terminal)
    {
        var checker = new Checker(pack, withExcerpts: true);
        var outcomes = new[] { old, @new }.Select(draft => checker.Check(Read(draft, terminal), draft.Replace('\\', '/'))).ToList();
        var faults = pack.Faults.Concat(outcomes.OfType<InvalidInput>().SelectMany(invalid => invalid.Faults)).ToList();
        foreach (var fault in faults)
            terminal.Complain(fault);
        if (outcomes is not [ProposalResult earlier, ProposalResult later])
            return ExitCode.Incomplete;
        var comparison = Comparison.Of(earlier, later);
        ComparisonText.Write(comparison, new ReportOptions { Width = terminal.Width, Colour = terminal.Colour }, terminal.Out);
        return faults.Count > 0 || comparison.Principles.Any(change => change.Old.Verdict == Verdict.Error || change.New.Verdict == Verdict.Error) ? ExitCode.Incomplete
            : comparison.Principles.Any(change => change.IsWorse) ? ExitCode.Violation
            : ExitCode.Clean;
    }

    /// <exception cref="UsageException">There is neither such a file nor such a revision.</exception>
    private static ProposalFile Read(string draft, Terminal terminal)
    {
        var file = Path.GetFullPath(draft, terminal.Folder);
        if (File.Exists(file))
            return ProposalFile.Read(draft.Replace('\\', '/'), File.ReadAllBytes(file));
        if (Directory.Exists(file))
            throw new UsageException($"{draft} is a folder: name two files.");
        if (!draft.Contains(':') || draft.StartsWith('-'))
            throw new UsageException($"{draft}: {InputFaults.Unreadable.Id} There is no such file. A git revision is written REVISION:PATH.");
        return ProposalFile.Read(draft, Git.Show(terminal.Folder, draft));
    }
}
