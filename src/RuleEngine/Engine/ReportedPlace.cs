using RuleEngine.Model.Places;

namespace RuleEngine.Engine;

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Message">What it has to do with the finding.</param>
/// <param name="Location">Where it stands.</param>
public sealed record ReportedPlace(string Message, Location Location);
