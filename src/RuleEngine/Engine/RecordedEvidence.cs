using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What was found in an earlier run, as its report says it.</summary>
internal sealed class RecordedEvidence(
    FindingKind kind, string? limb, string message, Location location, string? content, IReadOnlyList<ReportedPlace> related, Excerpt? excerpt, string? note, string? source) : Evidence
{
    public override FindingKind Kind => kind;

    public override string? Limb => limb;

    public override string Message => message;

    public override Location Location => location;

    public override string Address => location.Address ?? "";

    public override string? Content => content;

    public override IReadOnlyList<ReportedPlace> Related => related;

    public override Excerpt? Excerpt => excerpt;

    public override string? Note => note;

    public override string? Source => source;
}
