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
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        var line = new JsonLine(options.Excerpts);
        line.Write(report.Tool);
        foreach (var faults in report.Faults.GroupBy(fault => fault.Path))
            line.Write(faults.Key, "errors"u8, faults);
        foreach (var outcome in report.Outcomes)
        {
            line.Write(outcome);
            line.Pen.Relieve(output);
        }

        foreach (var notices in report.Notices.GroupBy(notice => notice.Path))
            line.Write(notices.Key, "notices"u8, notices);
        line.Pen.HandOn(output);
    }
}
