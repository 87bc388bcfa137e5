using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary>What a run of <c>check</c> is asked for; what is not said has its default here.</summary>
internal sealed record CheckRequest
{
    /// <summary>Files, folders, globs, or <c>-</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = ["."];

    /// <summary>Formats, as NAME or NAME=FILE; text when there are none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>What makes the run fail; null for what the configuration says.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>The file of a baseline; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The file to which a baseline is written; null for none.</summary>
    public string? WriteBaseline { get; init; }

    /// <summary>The day on which waivers must hold; null for the day that it is (UTC).</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether of the named files only proposals are checked, as of those in a folder.</summary>
    public bool OnlyProposals { get; init; }

    /// <summary>Whether what is staged in git's index is checked: all of it, or of the paths.</summary>
    public bool Staged { get; init; }

    /// <summary>Whether a hook asks: then it is right that there is nothing to check.</summary>
    public bool IsOfHook => OnlyProposals || Staged;

    public bool Verbose { get; init; }

    public bool Excerpts { get; init; }

    /// <summary>The sets of principles that are asked about; none for all.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The folder of the rule pack; null for what the configuration says.</summary>
    public string? Pack { get; init; }

    public bool NoCache { get; init; }

    /// <summary>Whether the rules run in a process of their own.</summary>
    public bool Isolate { get; init; }

    /// <summary>
    /// The request that <c>check</c> with nothing but paths and another rule pack makes, for which no parser has to be loaded; null for
    /// any other command line.
    /// </summary>
    public static CheckRequest? OfPaths(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 || arguments[0] != "check")
            return null;
        string? pack = null;
        var paths = new List<string>();
        for (var index = 1; index < arguments.Count; index++)
        {
            if (arguments[index] == "--rules" && pack is null && index + 1 < arguments.Count && IsPath(arguments[index + 1]))
                pack = arguments[++index];
            else if (IsPath(arguments[index]))
                paths.Add(arguments[index]);
            else
                return null;
        }

        return paths.Count == 0 ? new CheckRequest { Pack = pack } : new CheckRequest { Pack = pack, Paths = paths };
    }

    private static bool IsPath(string argument) => argument is not ("" or ['-' or '@' or '[', ..]);
}
