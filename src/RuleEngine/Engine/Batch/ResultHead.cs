namespace RuleEngine.Engine.Batch;

/// <summary>The first line of results.</summary>
/// <param name="Version">The version of the engine that made them.</param>
/// <param name="Rules">The hash of the rule pack.</param>
/// <param name="Part">Which part they are; null where they are of a whole batch.</param>
/// <param name="Inputs">What tells the inputs of the batch from others; null where they are of a whole batch.</param>
/// <param name="Settings">What tells the configuration and the options of the batch from others; null where they are of a whole batch.</param>
/// <param name="Faults">How many lines after this one are about the pack and the configuration; 0 in a whole batch, which does not say.</param>
public sealed record ResultHead(string Version, string Rules, Part? Part, string? Inputs, string? Settings, int Faults)
{
    /// <summary>The sets that the batch was limited to; null for all.</summary>
    public IReadOnlyList<string>? Sets { get; init; }
}
