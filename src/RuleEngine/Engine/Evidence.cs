using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What a finding says and where, without what settings make of it.</summary>
internal abstract class Evidence
{
    /// <summary>Which of the rule's declared findings it is.</summary>
    public abstract FindingKind Kind { get; }

    public abstract string? Limb { get; }

    public abstract string Message { get; }

    public abstract Location Location { get; }

    public abstract string Address { get; }

    public abstract string? Content { get; }

    public abstract IReadOnlyList<ReportedPlace> Related { get; }

    public abstract Excerpt? Excerpt { get; }

    public abstract string? Note { get; }

    public abstract string? Source { get; }
}
