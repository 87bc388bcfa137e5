using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>A way to write a report. A new format is one new class that derives from this one: it is found, never listed.</summary>
public abstract class ReportFormat
{
    /// <summary>Every format, by name.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        .. typeof(ReportFormat).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ReportFormat)) && !type.IsAbstract)
            .Select(type => (ReportFormat)Activator.CreateInstance(type)!)
            .OrderBy(format => format.Name, StringComparer.Ordinal),
    ];

    /// <summary>What <c>--format</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Writes the report as UTF-8, and leaves the stream open.</summary>
    public abstract void Write(Report report, ReportOptions options, Stream output);
}
