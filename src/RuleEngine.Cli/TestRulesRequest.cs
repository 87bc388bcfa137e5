namespace RuleEngine.Cli;

/// <summary>What a run of <c>test-rules</c> is asked for.</summary>
internal sealed record TestRulesRequest
{
    /// <summary>The pack's folder, as it was given; null for what the configuration says, else <c>rules</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether pages are recorded as they are now.</summary>
    public bool Accept { get; init; }

    /// <summary>Whether it is asked which conditions matter.</summary>
    public bool Mutate { get; init; }

    /// <summary>Whether to test again when something is saved.</summary>
    public bool Watch { get; init; }

    /// <summary>The ids of the rules that are tested; none for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Formats, as NAME or NAME=FILE; text when there are none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Whether the user's cache is left alone.</summary>
    public bool NoCache { get; init; }
}
