using System.CommandLine;
using System.Text;
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
            var text = Fault(asked) ?? Alignment(asked) ?? Principle(asked, pack.Read(parsed, terminal));
            terminal.Out.Write(Encoding.UTF8.GetBytes(text));
            return ExitCode.Clean;
        });
        return command;
    }

    private static string? Fault(string id) =>
        FaultKind.All.FirstOrDefault(kind => Is(kind.Id, id)) is { } kind ? $"{kind.Id}: {kind.Title}\n\n{kind.Remedy}\n" : null;

    private static string? Alignment(string label) => AlignmentKind.All.FirstOrDefault(kind => Is(kind.Text, label)) is { } kind
        ? $"{kind}, a kind of alignment: {kind.Meaning}.\n\nAn arrangement is the first of these that its binding clauses make it: {string.Join(", ", AlignmentKind.All)}. It decides no principle.\n"
        : null;

    private static string Principle(string id, RulePack pack)
    {
        foreach (var principle in pack.Principles)
        {
            if (Is(principle.Id, id))
                return principle.Rule is { } rule ? Explain(principle, rule) : Explain(principle.Fault!);
            if (principle.Rule is { } owner && Findings(principle, owner).FirstOrDefault(kind => Is(kind.Id, id)) is { } finding)
                return $"{finding.Id} ({finding.Role}): {finding.Title}\n\n{Meaning(finding.Role)}\n\n{Explain(principle, owner)}";
        }

        if (pack.Principles.Count == 0)
            throw new UsageException($"{pack.Faults[0].Path}: {pack.Faults[0].Message}");
        var known = pack.Principles.SelectMany(principle => (principle.Rule is { } rule ? Findings(principle, rule).Select(kind => kind.Id) : []).Prepend(principle.Id));
        throw new UsageException($"Nothing is called {id}. {Spelling.Suggestion(id, [.. known, .. FaultKind.All.Select(kind => kind.Id), .. AlignmentKind.All.Select(kind => kind.Text)])} `ruleengine rules` lists the rules.");
    }

    private static IEnumerable<FindingKind> Findings(Principle principle, Rule rule) => rule.Findings.Concat(EngineFindings.Of(principle.Id));

    private static string Explain(Fault fault) => $"{fault.Path} cannot be loaded: {fault.Kind.Id} {fault.Message}\n";

    private static string Explain(Principle principle, Rule rule)
    {
        var text = new StringBuilder($"{principle.Id}: {rule.Title}\n{rule.Source}\n\n{rule.Why.Trim()}\n");
        foreach (var role in Role.All)
        {
            var kinds = Findings(principle, rule).Where(kind => kind.Role == role).OrderBy(kind => kind.Id, StringComparer.Ordinal).ToList();
            if (kinds.Count == 0)
                continue;
            text.Append($"\n{char.ToUpperInvariant(role.Text[0])}{role.Text[1..]}s\n");
            foreach (var kind in kinds)
                text.Append($"  {kind.Id}  {kind.Title}\n");
        }

        return text.Append($"\nThe script: {principle.Path}\n").ToString();
    }

    private static string Meaning(Role role) =>
        role == Role.Violation ? "A violation: a clause or fact breaks the principle, which is then violated."
        : role == Role.Gap ? "A gap: a fact that would decide the principle is not in the proposal. Unless something violates it, the principle is undetermined."
        : role == Role.Concern ? "A concern: worth a reader's review; it changes no verdict."
        : "A support: a clause or fact upholds the principle, unless a violation or a gap stands against it.";

    private static bool Is(string id, string asked) => id.Equals(asked, StringComparison.OrdinalIgnoreCase);
}
