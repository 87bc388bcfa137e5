using RuleEngine.Model.Places;

namespace RuleEngine.Model.Rules;

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Place">The place.</param>
/// <param name="Message">What it has to do with the finding.</param>
public sealed record RelatedPlace(Place Place, string Message)
{
    /// <summary>What it has to do with the finding.</summary>
    public override string ToString() => Message;
}
