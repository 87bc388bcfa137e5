using RuleEngine.Engine.Batch;
using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary>What a run of <c>batch</c> is asked for.</summary>
internal sealed record BatchRequest
{
    /// <summary>Files, folders, globs, or <c>-</c>.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Real paths of files and folders that the batch itself makes: they, and what is in them, are no inputs.</summary>
    public IReadOnlyList<string> Own { get; init; } = [];

    /// <summary>The file that results go to, as it was given; null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Whether to go on with what an interrupted run has left.</summary>
    public bool Resume { get; init; }

    /// <summary>Which part of the inputs; null for all.</summary>
    public Part? Part { get; init; }

    /// <summary>How many threads check.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to end with what it all came to.</summary>
    public bool Summary { get; init; }

    /// <summary>The results to compare with, as they were given; null for none.</summary>
    public string? Compare { get; init; }

    /// <summary>Whether to name every verdict that changed.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether results carry all that any format needs.</summary>
    public bool Excerpts { get; init; }

    /// <summary>What makes the run fail; null for what the configuration says.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>The day on which waivers must hold; null for the day that it is (UTC).</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The sets of principles that are asked about; none for all.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The folder of the rule pack; null for what the configuration says.</summary>
    public string? Pack { get; init; }

    public bool NoCache { get; init; }

    /// <summary>Whether the rules run in a process of their own.</summary>
    public bool Isolate { get; init; }
}
