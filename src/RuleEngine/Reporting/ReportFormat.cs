using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>
/// A way to write a report. A new format is one new class that derives from this one and is called after its name: it is found, never
/// listed, and nothing of the others is loaded.
/// </summary>
public abstract class ReportFormat
{
    /// <summary>Every format, by name.</summary>
    public static IReadOnlyList<ReportFormat> All => field ??= [.. Discovered.Of<ReportFormat>().OrderBy(format => format.Name, StringComparer.Ordinal)];

    /// <summary>The format of this name; null where there is none.</summary>
    public static ReportFormat? Find(string name) =>
        name.Length > 0 && typeof(ReportFormat).Assembly.GetType($"RuleEngine.Reporting.{char.ToUpperInvariant(name[0])}{name[1..]}Format") is { IsAbstract: false } type
        && type.IsSubclassOf(typeof(ReportFormat)) && Activator.CreateInstance(type) is ReportFormat format && format.Name == name
            ? format
            : null;

    /// <summary>What <c>--format</c> calls it.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether places in a record of a batch are those within the record, beside the record's own line; else they are lines of its file, which
    /// an editor can open.
    /// </summary>
    public virtual bool KeepsRecords => false;

    /// <summary>Writes the report as UTF-8, and leaves the stream open.</summary>
    public abstract void Write(Report report, ReportOptions options, Stream output);
}
