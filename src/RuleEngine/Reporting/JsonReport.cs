using System.Text.Encodings.Web;
using System.Text.Json;
using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Reporting;

/// <summary>The parts of the JSON contract, <c>schemaVersion</c> 1, which <c>json</c> and <c>jsonl</c> put together.</summary>
internal sealed class JsonReport(Utf8JsonWriter json, bool withExcerpts)
{
    public static JsonWriterOptions Options(bool indented) =>
        new() { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Hands on what is written so far, once it is worth it, so that a long report is not held as text as well.</summary>
    public static void Relieve(Utf8JsonWriter json)
    {
        if (json.BytesPending > 1 << 16)
            json.Flush();
    }

    public void WriteTool(Tool tool)
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteStartObject("tool");
        json.WriteString("name", Tool.Name);
        json.WriteString("version", tool.Version);
        json.WriteString("rules", tool.Rules);
        json.WriteEndObject();
    }

    public void Write(ProposalResult result)
    {
        json.WriteStartObject();
        WriteMembers(result);
        json.WriteEndObject();
        Relieve(json);
    }

    public void WriteMembers(ProposalResult result)
    {
        json.WriteString("path", result.Path);
        json.WriteString("proposal", result.Proposal);
        json.WriteString("title", result.Title);
        json.WriteString("verdict", result.Verdict.Text);
        json.WriteStartArray("principles");
        foreach (var principle in result.Principles)
            Write(principle);
        json.WriteEndArray();
    }

    public void WriteFaults(string path, string name, IEnumerable<Fault> faults)
    {
        json.WriteString("path", path);
        Write(name, faults);
    }

    public void Write(string name, IEnumerable<Fault> faults)
    {
        json.WriteStartArray(name);
        foreach (var fault in faults)
        {
            json.WriteStartObject();
            Write(fault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public void Write(Summary summary)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("checked", summary.Checked);
        json.WriteNumber("upheld", summary.Upheld);
        json.WriteNumber("violated", summary.Violated);
        json.WriteNumber("undetermined", summary.Undetermined);
        json.WriteNumber("notApplicable", summary.NotApplicable);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("invalid", summary.Invalid);
        json.WriteNumber("notProposals", summary.NotProposals);
        json.WriteEndObject();
    }

    private void Write(PrincipleResult principle)
    {
        json.WriteStartObject();
        json.WriteString("id", principle.Id);
        json.WriteString("set", principle.Set);
        json.WriteString("title", principle.Title);
        json.WriteString("verdict", principle.Verdict.Text);
        json.WriteStartArray("findings");
        foreach (var finding in principle.Findings)
            Write(finding);
        json.WriteEndArray();
        if (principle.Fault is { } fault)
        {
            json.WriteStartObject("error");
            Write(fault);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Write(ReportedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("role", finding.Role.Text);
        json.WriteString("severity", finding.Severity.Text);
        json.WriteString("limb", finding.Limb);
        json.WriteString("message", finding.Message);
        Write(finding.Location);
        json.WriteStartArray("related");
        foreach (var related in finding.Related)
        {
            json.WriteStartObject();
            json.WriteString("message", related.Message);
            Write(related.Location);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(finding.Waived);
        if (withExcerpts && finding.Excerpt is { } excerpt)
            Write(excerpt);
        if (finding.Note is { } note)
            json.WriteString("note", note);
        if (finding.Source is { } source)
            json.WriteString("source", source);
        json.WriteEndObject();
    }

    private void Write(Acceptance? waived)
    {
        if (waived is null)
        {
            json.WriteNull("waived");
            return;
        }

        json.WriteStartObject("waived");
        json.WriteString("by", waived.By);
        json.WriteString("reason", waived.Reason);
        json.WriteString("owner", waived.Owner);
        json.WriteString("expires", waived.Expires);
        json.WriteEndObject();
    }

    private void Write(Excerpt excerpt)
    {
        json.WriteStartObject("excerpt");
        json.WriteNumber("line", excerpt.Line);
        json.WriteNumber("column", excerpt.Column);
        json.WriteStartArray("lines");
        foreach (var line in excerpt.Lines)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Fault fault)
    {
        json.WriteString("path", fault.Path);
        json.WriteString("id", fault.Kind.Id);
        json.WriteString("message", fault.Message);
        if (fault.Location is { } location)
            Write(location);
        else
            json.WriteNull("location");
    }

    private void Write(Location location)
    {
        json.WriteStartObject("location");
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        if (location.Pointer is not null)
            json.WriteString("pointer", location.Pointer);
        if (location.Address is not null)
            json.WriteString("address", location.Address);
        if (location.Missing)
            json.WriteBoolean("missing", true);
        json.WriteEndObject();
    }
}
