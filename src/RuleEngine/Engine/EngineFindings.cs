using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What the engine itself says about every rule, so that no script repeats it.</summary>
public static class EngineFindings
{
    /// <summary>A limb that found nothing: silence is never consent.</summary>
    public static FindingKind Silence(string rule) => new(rule + "69", Role.Gap, "the arrangement is silent");

    /// <summary>A text read in full in which there is no provision.</summary>
    public static FindingKind EmptyText(string rule) => new(rule + "67", Role.Gap, "a full text without a provision");

    /// <summary>Provisions that do not bind, and would change the findings if they did.</summary>
    public static FindingKind NonBinding(string rule) => new(rule + "79", Role.Concern, "provisions that do not bind would matter");

    /// <summary>All three, for one rule.</summary>
    public static IReadOnlyList<FindingKind> Of(string rule) => [EmptyText(rule), Silence(rule), NonBinding(rule)];

    /// <summary>Whether a finding's id is the rule's: the rule's id and two digits.</summary>
    internal static bool IsOf(string rule, string id) => id.Length == rule.Length + 2 && id.StartsWith(rule, StringComparison.Ordinal);

    /// <summary>Everything that the principles' rules, and the engine for them, can say; by id.</summary>
    internal static Dictionary<string, FindingKind> WithThoseOf(IEnumerable<Principle> principles) => principles
        .SelectMany(principle => (principle.Rule?.Findings ?? []).Concat(Of(principle.Id)))
        .DistinctBy(kind => kind.Id).ToDictionary(kind => kind.Id, StringComparer.Ordinal);
}
