using RulesEngine.Models;

namespace RuleEngine.Benchmarks;

/// <summary>
/// The same with Microsoft's RulesEngine: nine rules, each an expression that holds where the principle is violated. What its expressions
/// cannot say well, obligations that are united and gains per party, they call the hand-written program for.
/// </summary>
public static class WithRulesEngine
{
    private static readonly RulesEngine.RulesEngine Engine = new(
        [new Workflow { WorkflowName = "principles", Rules = [.. Rules()] }],
        new ReSettings { CustomTypes = [typeof(HandWritten)], EnableExceptionAsErrorMessage = false });

    public static async Task<string[]> Violated(Draft draft)
    {
        var results = await Engine.ExecuteAllRulesAsync("principles", new RuleParameter("p", draft));
        return [.. results.Where(result => result.IsSuccess).Select(result => result.Rule.RuleName)];
    }

    private static IEnumerable<Rule> Rules()
    {
        yield return Rule("EF1", """(p.Parties.Count == 2 && p.Accession != "open") || (p.Parties.Count > 2 && p.Provisions.Any(HandWritten.IsPledge(it)) && (p.Provisions.Any(Kind == "defense-policy-coordination" || Kind == "integrated-command" || Kind == "basing") || p.Institutions.Any(it.New && it.Domain == "military")))""");
        yield return Rule("EF2", """p.Completeness == "full" && p.All.Count > 0 && HandWritten.CoveredDomains(p) < 2""");
        yield return Rule("EF3", """HandWritten.LeveragesNothing(p)""");
        yield return Rule("EF4", """p.AddressesNoThreat || p.Provisions.Any(Kind == "offense") || p.Threats.Any(Temporality == "ongoing-conflict")""");
        yield return Rule("FA1", """p.Guidance != null && (p.Guidance.Overrides != null || ((p.Guidance.Level == "ministerial" || p.Guidance.Level == "agency" || p.Guidance.Level == "supranational-body") && (p.Guidance.Role == "directs" || p.Guidance.Role == "mandates" || p.Guidance.Role == "reviews") && HandWritten.IsSteeredBelow(p.Guidance)))""");
        yield return Rule("FA2", """p.Provisions.Any(HandWritten.IsPledge(it) || Kind == "offense")""");
        yield return Rule("FA3", """p.Provisions.Any(Kind == "sphere-of-influence" || Kind == "right-of-intervention" || Kind == "charter-override" || (Kind == "coercive-measures" && Institution != "un"))""");
        yield return Rule("FA4", """HandWritten.HasLoser(p)""");
        yield return Rule("FA5", """(p.Parties.Count > 1 && (p.DecisionMaking.Any(Lead != null || Rule == "lead-state") || HandWritten.IsAsymmetric(p))) || p.Provisions.Any(Kind == "subordination" || Kind == "sphere-of-influence" || Kind == "bloc-formation")""");
    }

    private static Rule Rule(string name, string expression) => new() { RuleName = name, Expression = expression, RuleExpressionType = RuleExpressionType.LambdaExpression };
}
