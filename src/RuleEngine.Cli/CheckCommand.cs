using System.CommandLine;
using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine check</c>: its options.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATHS")
        {
            Description = "Files, folders, globs (* and **), or - for standard input. The working folder when none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var pack = new PackOption();
        var formats = new FormatOption();
        var exclude = new Option<string[]>("--exclude")
        {
            Description = "Leave out files of folders and globs that match, relative to the working folder (repeatable).",
            HelpName = "GLOB",
        };
        var failOn = new Option<string>("--fail-on")
        {
            Description = "violated: exit 1 on a violation. undetermined: besides, exit 3 where nothing is violated and something undetermined.",
        };
        failOn.AcceptOnlyFromAmong([.. FailOn.All.Select(word => word.Text)]);
        var baseline = new Option<string>("--baseline") { Description = "Show, and fail on, only what is not in this baseline.", HelpName = "FILE" };
        var writeBaseline = new Option<string>("--write-baseline") { Description = "Write today's findings as a baseline.", HelpName = "FILE" };
        var today = new DayOption("--today") { Description = "The day on which waivers must still hold; the day that it is (UTC) when not given." };
        var showConfig = new Option<string>("--show-config") { Description = "Check nothing: print what the configuration says about a file, and where it says so.", HelpName = "FILE" };
        var explain = new Option<string>("--explain") { Description = "Say why this principle has its verdict on one proposal: what its rule read, what of that decides, the smallest change that would turn it. --format text or json.", HelpName = "ID" };
        var onlyProposals = new Flag("--only-proposals") { Description = "For hooks: of the files that are named, check those that a folder would give; none is no error." };
        var staged = new Flag("--staged") { Description = "For hooks: check what is staged in git's index (of PATHS, where given), not the working tree; none is no error." };
        var verbose = new Flag("--verbose", "-v") { Description = "Show supports too, and name the JSON files that are no proposals." };
        var excerpts = new Flag("--excerpts") { Description = "Carry each place's own lines in jsonl." };
        var command = new Command("check", "Checks proposals and prints the verdicts with their evidence.") { paths, formats, exclude, failOn, baseline, writeBaseline, today, onlyProposals, staged, verbose, excerpts, showConfig, explain };
        pack.AddTo(command, withSets: true);
        MisspeltOptions.Refuse(paths, command, terminal);
        command.SetAction(parsed => parsed.GetValue(showConfig) is { } file ? SettingsListing.Run(file, today.Day(parsed), terminal) : Run(
            new CheckRequest
            {
                Paths = parsed.GetValue(paths) is { Length: > 0 } some ? some : staged.IsGiven(parsed) || onlyProposals.IsGiven(parsed) ? [] : ["."],
                OnlyProposals = onlyProposals.IsGiven(parsed),
                Staged = staged.IsGiven(parsed),
                Formats = parsed.GetValue(formats) ?? [],
                Excluded = parsed.GetValue(exclude) ?? [],
                FailOn = parsed.GetValue(failOn) is { } word ? FailOn.All.Find(word) : null,
                Baseline = parsed.GetValue(baseline),
                WriteBaseline = parsed.GetValue(writeBaseline),
                Today = today.Day(parsed),
                Verbose = verbose.IsGiven(parsed),
                Excerpts = excerpts.IsGiven(parsed),
                Pack = pack.Folder(parsed),
                Sets = pack.Sets(parsed),
                NoCache = pack.NoCache(parsed),
                Isolate = pack.Isolate(parsed),
            },
            parsed.GetValue(explain),
            terminal));
        return command;
    }

    private static int Run(CheckRequest request, string? explained, Terminal terminal) =>
        explained is null ? Check.Run(request, terminal) : WhyVerdict.Run(request, explained, terminal);
}
