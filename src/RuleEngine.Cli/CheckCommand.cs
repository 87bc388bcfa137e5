using System.CommandLine;
using System.CommandLine.Parsing;
using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine check</c></summary>
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
            DefaultValueFactory = _ => "violated",
        };
        failOn.AcceptOnlyFromAmong("violated", "undetermined");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Show supports too, and name the JSON files that are no proposals." };
        var excerpts = new Option<bool>("--excerpts") { Description = "Carry each place's own lines in jsonl." };
        var command = new Command("check", "Checks proposals and prints the verdicts with their evidence.") { paths, formats, exclude, failOn, verbose, excerpts };
        pack.AddTo(command);
        paths.Validators.Add(given => RefuseUnknownOptions(given, command, terminal));
        command.SetAction(parsed =>
        {
            var outputs = formats.Outputs(parsed);
            var options = new ReportOptions
            {
                Width = terminal.Width,
                Colour = terminal.Colour,
                Verbose = parsed.GetValue(verbose),
                Excerpts = parsed.GetValue(excerpts),
            };
            var given = parsed.GetValue(paths) is { Length: > 0 } some ? some : ["."];
            var inputs = new Inputs(terminal.Folder, parsed.GetValue(exclude) ?? []).Find(given);
            if (inputs.Count == 0)
                throw new UsageException($"Nothing to check: no JSON file in {string.Join(", ", given)}.");
            var report = Check(inputs, pack.Read(parsed, terminal), terminal);
            foreach (var output in outputs)
                output.Write(report, options, terminal);
            if (report.Outcomes.All(outcome => outcome is OtherJson))
                terminal.Error.WriteLine("ruleengine: Nothing to check: none of the JSON files is a proposal (an object with parties, articles or this format's $schema).");
            return ExitCode.Of(report, parsed.GetValue(failOn) == "undetermined");
        });
        return command;
    }

    /// <summary>What looks like an option and is no file was meant as an option.</summary>
    private static void RefuseUnknownOptions(ArgumentResult given, Command command, Terminal terminal)
    {
        foreach (var path in given.Tokens.Select(token => token.Value))
        {
            if (path.Length > 1 && path[0] == '-' && !Path.Exists(Path.GetFullPath(path, terminal.Folder)))
                given.AddError($"There is no option \"{path}\". {Spelling.Suggestion(path, [.. command.Options.Select(option => option.Name)])}");
        }
    }

    private static Report Check(List<Input> inputs, RulePack pack, Terminal terminal)
    {
        var reader = new InputReader(terminal, new Checker(pack, withExcerpts: true));
        return new Report(Tool.With(pack), inputs.ConvertAll(reader.Check), pack.Faults);
    }
}
