using System.Text.Json;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>The whole report as one JSON object, <c>schemaVersion</c> 1.</summary>
public sealed class JsonFormat : ReportFormat
{
    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override void Write(Report report, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonReport.Options(indented: true)))
        {
            var writer = new JsonReport(json, withExcerpts: true);
            json.WriteStartObject();
            writer.WriteTool(report.Tool);
            json.WriteStartArray("results");
            foreach (var result in report.Results)
                writer.Write(result);
            json.WriteEndArray();
            writer.Write("errors", report.AllFaults);
            writer.Write("notices", report.Notices);
            writer.Write(report.Summary);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
