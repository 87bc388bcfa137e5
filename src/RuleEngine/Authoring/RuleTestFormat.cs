using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>A way to write what came of testing rules. A new format is one new class that derives from this one: it is found, never listed.</summary>
public abstract class RuleTestFormat
{
    /// <summary>Every format, by name.</summary>
    public static IReadOnlyList<RuleTestFormat> All => field ??= [.. Discovered.Of<RuleTestFormat>().OrderBy(format => format.Name, StringComparer.Ordinal)];

    /// <summary>What <c>--format</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes UTF-8, and leaves the stream open.</summary>
    public abstract void Write(RuleTestReport report, ReportOptions options, Stream output);
}
