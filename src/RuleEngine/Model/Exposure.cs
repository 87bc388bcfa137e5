using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>How much one party is exposed to a threat.</summary>
/// <param name="Party">The party.</param>
/// <param name="Level">How much.</param>
public sealed record Exposure(Party Party, ExposureLevel Level);
