using System.Text.Json;
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
        Line(output, options, writer => writer.WriteTool(report.Tool));
        foreach (var faults in report.Faults.GroupBy(fault => fault.Path))
            Line(output, options, writer => writer.WriteFaults(faults.Key, "errors", faults));
        foreach (var outcome in report.Outcomes)
        {
            if (outcome is ProposalResult result)
                Line(output, options, writer => writer.WriteMembers(result));
            else if (outcome is InvalidInput invalid)
                Line(output, options, writer => writer.WriteFaults(invalid.Path, "errors", invalid.Faults));
        }

        foreach (var notices in report.Notices.GroupBy(notice => notice.Path))
            Line(output, options, writer => writer.WriteFaults(notices.Key, "notices", notices));
    }

    private static void Line(Stream output, ReportOptions options, Action<JsonReport> write)
    {
        using (var json = new Utf8JsonWriter(output, JsonReport.Options(indented: false)))
        {
            json.WriteStartObject();
            write(new JsonReport(json, options.Excerpts));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
