using System.CommandLine;
using RuleEngine.Authoring;
using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine explain</c></summary>
internal static class ExplainCommand
{
    public static Command Make(Terminal terminal)
    {
        var pack = new PackOption();
        var id = new Argument<string>("ID") { Description = "A rule (FA2), a finding (FA201), an error (IN012) or a kind of alignment (entente)." };
        var command = new Command("explain", "Says what a rule decides, what a finding means, or what to do about an error.") { id };
        pack.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(id)!;
            MarkdownView.Write(Fault(asked) ?? Alignment(asked) ?? Principle(asked, pack.Read(parsed, terminal)), terminal);
            return ExitCode.Clean;
        });
        return command;
    }

    private static string? Fault(string id) =>
        FaultKind.All.FirstOrDefault(kind => Is(kind.Id, id)) is { } kind ? $"# {kind.Id}: {kind.Title}\n\n{kind.Remedy}\n" : null;

    private static string? Alignment(string label) => AlignmentKind.All.FirstOrDefault(kind => Is(kind.Text, label)) is { } kind
        ? $"# {kind}, a kind of alignment: {kind.Meaning}.\n\nAn arrangement is the first of these that its binding clauses make it: {string.Join(", ", AlignmentKind.All)}. It decides no principle.\n"
        : null;

    private static string Principle(string id, RulePack pack)
    {
        foreach (var principle in pack.Principles.OrderBy(principle => principle.Rule is null))
        {
            if (Is(principle.Id, id) && principle.Rule is null)
                return $"{principle.Fault!.Path} cannot be loaded: {principle.Fault.Kind.Id} {principle.Fault.Message}\n";
            if (Is(principle.Id, id))
                return RulePage.Markdown(principle, ExampleRun.All(principle, pack)) + Script(principle);
            if (principle.Rule is { } owner && Findings(principle, owner).FirstOrDefault(kind => Is(kind.Id, id)) is { } finding)
                return RulePage.Markdown(finding, principle, ExampleRun.All(principle, pack)) + Script(principle);
        }

        if (pack.Principles.Count == 0)
            throw new UsageException($"{pack.Faults[0].Path}: {pack.Faults[0].Message}");
        var known = pack.Principles.SelectMany(principle => (principle.Rule is { } rule ? Findings(principle, rule).Select(kind => kind.Id) : []).Prepend(principle.Id));
        throw new UsageException($"Nothing is called {id}. {Spelling.Suggestion(id, [.. known, .. FaultKind.All.Select(kind => kind.Id), .. AlignmentKind.All.Select(kind => kind.Text)])} `ruleengine rules` lists the rules.");
    }

    private static IEnumerable<FindingKind> Findings(Principle principle, Rule rule) => rule.Findings.Concat(EngineFindings.Of(principle.Id));

    private static string Script(Principle principle) => $"\nThe script: {principle.Path}\n";

    private static bool Is(string id, string asked) => id.Equals(asked, StringComparison.OrdinalIgnoreCase);
}
