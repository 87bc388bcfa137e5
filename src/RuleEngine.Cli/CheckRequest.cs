namespace RuleEngine.Cli;

/// <summary>What a run of <c>check</c> is asked for; what is not said has its default here.</summary>
internal sealed record CheckRequest
{
    /// <summary>What leaves an undetermined principle without effect on the exit code.</summary>
    public const string FailOnViolated = "violated";

    /// <summary>What makes it exit 3.</summary>
    public const string FailOnUndetermined = "undetermined";

    /// <summary>Files, folders, globs, or <c>-</c>.</summary>
    public IReadOnlyList<string> Paths { get; init; } = ["."];

    /// <summary>Formats, as NAME or NAME=FILE; text when there are none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    public string FailOn { get; init; } = FailOnViolated;

    public bool Verbose { get; init; }

    public bool Excerpts { get; init; }

    /// <summary>The folder of the rule pack; null for the shipped one.</summary>
    public string? Pack { get; init; }

    public bool NoCache { get; init; }

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
