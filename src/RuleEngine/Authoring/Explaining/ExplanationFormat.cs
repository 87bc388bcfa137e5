using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring.Explaining;

/// <summary>A way to write an explanation. A new format is one new class that derives from this one: it is found, never listed.</summary>
public abstract class ExplanationFormat
{
    /// <summary>Every format, by name.</summary>
    public static IReadOnlyList<ExplanationFormat> All => field ??= [.. Discovered.Of<ExplanationFormat>().OrderBy(format => format.Name, StringComparer.Ordinal)];

    /// <summary>What <c>--format</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes UTF-8, and leaves the stream open.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="tool">What explains.</param>
    /// <param name="options">How wide, and whether in colour.</param>
    /// <param name="output">Where it goes.</param>
    public abstract void Write(Explanation explanation, Tool tool, ReportOptions options, Stream output);
}
