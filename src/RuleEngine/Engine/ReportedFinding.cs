using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>A finding with everything that a report shows of it: a renderer needs nothing else.</summary>
/// <param name="Id">The finding's id.</param>
/// <param name="Role">What it means for the verdict.</param>
/// <param name="Severity">How loud it is.</param>
/// <param name="Limb">The limb that reported it; null for the only limb of a rule, and for concerns.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Related">Other places that belong to it.</param>
public sealed record ReportedFinding(
    string Id, Role Role, Severity Severity, string? Limb, string Message, Location Location, IReadOnlyList<ReportedPlace> Related)
{
    /// <summary>The place's own lines; null where none were asked for.</summary>
    public Excerpt? Excerpt { get; init; }

    /// <summary>What the coder remarks on the clause; null when nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where the clause was found, in one line; null when not stated.</summary>
    public string? Source { get; init; }
}
