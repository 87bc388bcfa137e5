using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>
/// One line for the tool, one for each file with faults beyond single inputs, then one line an input, then one for each file with notices.
/// </summary>
public sealed class JsonlFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "jsonl";

    /// <inheritdoc/>
    public override bool KeepsRecords => true;

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        var line = new JsonLine(options.Excerpts);
        line.WriteHead(report.Tool, report.Faults);
        foreach (var outcome in report.Outcomes)
        {
            line.Write(outcome);
            line.Relieve(output);
        }

        line.WriteNotices(report.Notices);
        line.HandOn(output);
    }
}
