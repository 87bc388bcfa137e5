using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>The whole report as one JSON object, <c>schemaVersion</c> 1.</summary>
public sealed class JsonFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override bool KeepsRecords => true;

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        var json = new JsonPen(isIndented: true);
        var writer = new JsonReport(json, withExcerpts: true, withContent: false);
        json.Open();
        writer.WriteTool(report.Tool);
        json.OpenList("results"u8);
        foreach (var result in report.Results)
        {
            json.Open();
            writer.WriteMembers(result);
            json.Close();
            json.Relieve(output);
        }

        json.CloseList();
        writer.Write("errors"u8, report.AllFaults);
        writer.Write("notices"u8, report.Notices);
        writer.Write(report.Summary);
        json.Close();
        json.EndLine();
        json.HandOn(output);
    }
}
