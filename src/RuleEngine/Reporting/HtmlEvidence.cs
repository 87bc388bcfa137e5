using System.Text.Json;
using RuleEngine.Engine;

namespace RuleEngine.Reporting;

/// <summary>The evidence that the HTML page opens, as data for its script: by row and column of the matrix.</summary>
internal static class HtmlEvidence
{
    public static void Write(Report report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("rows");
        foreach (var result in report.Results)
        {
            json.WriteStartArray();
            foreach (var principle in result.Principles)
                Write(principle, json);
            json.WriteEndArray();
            IndentedJson.Relieve(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(PrincipleResult principle, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", principle.Id);
        json.WriteString("title", Printable.Text(principle.Title));
        if (principle.Fault is { } fault)
            json.WriteString("error", Printable.Text($"{fault.Kind.Id} {fault.Position}: {fault.Message}"));
        json.WriteStartArray("findings");
        foreach (var finding in principle.Findings)
            Write(finding, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ReportedFinding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("role", finding.Role.Text);
        if (finding.IsSeverityChanged)
            json.WriteString("severity", finding.Severity.Text);
        if (finding.Limb is { } limb)
            json.WriteString("limb", Printable.Text(limb));
        json.WriteString("message", Printable.Text(finding.Message));
        json.WriteNumber("line", finding.Location.Line);
        json.WriteNumber("column", finding.Location.Column);
        json.WriteString("address", Printable.Text(finding.Address));
        if (finding.Location.Missing)
            json.WriteBoolean("missing", true);
        if (finding.Excerpt is { } excerpt)
            json.WriteString("excerpt", string.Join('\n', excerpt.Lines.Select(Printable.Line)));
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            json.WriteNumber("line", related.Location.Line);
            json.WriteString("message", Printable.Text(related.Message));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Waived is { } waived)
            json.WriteString("waived", Printable.Text(ReportWords.Sentence(waived)));
        if (finding.Note is { } note)
            json.WriteString("note", Printable.Text(note));
        if (finding.Source is { } source)
            json.WriteString("source", Printable.Text(source));
        json.WriteEndObject();
    }
}
