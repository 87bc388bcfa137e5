namespace RuleEngine.Reporting;

/// <summary>What a reader asked for, and what the reader's screen can show.</summary>
public sealed record ReportOptions
{
    /// <summary>How many columns the screen has; null where lines need not be wrapped.</summary>
    public int? Width { get; init; }

    /// <summary>Whether the screen shows colour.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether to show supports, and the names of files that are no proposals.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether <c>jsonl</c> carries excerpts.</summary>
    public bool Excerpts { get; init; }
}
