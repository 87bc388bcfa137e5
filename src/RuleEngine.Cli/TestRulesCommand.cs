using System.CommandLine;
using RuleEngine.Authoring;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine test-rules</c>: its options.</summary>
internal static class TestRulesCommand
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder of the rule pack; the configuration's, or ./rules, when not given.", Arity = ArgumentArity.ZeroOrOne };
        var accept = new Flag("--accept") { Description = "Record the pages beside the scripts as they are now." };
        var mutate = new Flag("--mutate") { Description = "Change each script in one place at a time, and name the conditions that no example notices. Takes a while." };
        var watch = new Flag("--watch") { Description = "Test again whenever a script is saved, until Ctrl-C." };
        var only = new Option<string[]>("--only") { Description = "Test these rules only (repeatable).", HelpName = "ID" };
        var formats = new Option<string[]>("--format", "-f") { Description = $"{string.Join(", ", RuleTestFormat.All.Select(format => format.Name))}; NAME=FILE writes to a file (repeatable). text when not given.", HelpName = "NAME[=FILE]" };
        var noCache = new Flag("--no-cache") { Description = $"Neither use nor keep compiled rules in the user's cache ({CompiledRules.Variable} moves it)." };
        var command = new Command("test-rules", "Runs the examples of every rule, and says what they do not show. Exit 1 when a rule fails.") { folder, accept, mutate, watch, only, formats, noCache };
        MisspeltOptions.Refuse(folder, command, terminal);
        command.SetAction(parsed => TestRules.Run(
            new TestRulesRequest
            {
                Folder = parsed.GetValue(folder),
                Accept = accept.IsGiven(parsed),
                Mutate = mutate.IsGiven(parsed),
                Watch = watch.IsGiven(parsed),
                Only = parsed.GetValue(only) ?? [],
                Formats = parsed.GetValue(formats) ?? [],
                NoCache = noCache.IsGiven(parsed),
            },
            terminal));
        return command;
    }
}
