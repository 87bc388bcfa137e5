using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Reporting;

/// <summary>The parts of the JSON contract, <c>schemaVersion</c> 1, which <c>json</c> and <c>jsonl</c> put together.</summary>
/// <param name="json">Where they are written.</param>
/// <param name="withExcerpts">Whether findings carry the lines at their place.</param>
/// <param name="withContent">Whether findings carry the hash of what stands there, and faults their lines too, so that any format can be made of it later.</param>
internal sealed class JsonReport(JsonPen json, bool withExcerpts, bool withContent)
{
    public void WriteTool(Tool tool)
    {
        json.Property("schemaVersion"u8, 1);
        json.Open("tool"u8);
        json.Property("name"u8, Tool.Name);
        json.Property("version"u8, tool.Version);
        json.Property("rules"u8, tool.Rules);
        if (tool.Sets is { } sets)
        {
            json.OpenList("sets"u8);
            foreach (var set in sets)
                json.Item(set);
            json.CloseList();
        }

        json.Close();
    }

    public void WriteMembers(ProposalResult result)
    {
        json.Property("path"u8, result.Path);
        Write(result.Origin);
        json.Property("proposal"u8, result.Proposal);
        json.Property("title"u8, result.Title);
        json.Property("verdict"u8, result.Verdict.Text);
        if (result.Alignment is { } alignment)
            Write(alignment);
        json.OpenList("principles"u8);
        foreach (var principle in result.Principles)
            Write(principle);
        json.CloseList();
    }

    public void Write(ReadOnlySpan<byte> name, IEnumerable<Fault> faults)
    {
        json.OpenList(name);
        foreach (var fault in faults)
        {
            json.Open();
            Write(fault);
            json.Close();
        }

        json.CloseList();
    }

    /// <summary>Which record of a batch it is; nothing outside of batches.</summary>
    public void Write(Origin? origin)
    {
        if (origin is null)
            return;
        json.Property("record"u8, origin.Record);
        json.Property("line"u8, origin.Line);
        if (origin.Input is { } input)
            json.Property("input"u8, input);
    }

    public void Write(Summary summary)
    {
        json.Open("summary"u8);
        WriteMembers(summary);
        json.Close();
    }

    public void WriteMembers(Summary summary)
    {
        json.Property("checked"u8, summary.Checked);
        json.Property("upheld"u8, summary.Upheld);
        json.Property("violated"u8, summary.Violated);
        json.Property("undetermined"u8, summary.Undetermined);
        json.Property("notApplicable"u8, summary.NotApplicable);
        json.Property("failed"u8, summary.Failed);
        json.Property("invalid"u8, summary.Invalid);
        json.Property("notProposals"u8, summary.NotProposals);
    }

    private void Write(ReportedAlignment alignment)
    {
        json.Open("alignment"u8);
        json.Property("label"u8, alignment.Kind.Text);
        json.OpenList("because"u8);
        foreach (var pointer in alignment.Because)
            json.Item(pointer);
        json.CloseList();
        if (withContent && alignment.Clauses is { } clauses)
        {
            json.OpenList("clauses"u8);
            foreach (var clause in clauses)
                json.Item(clause);
            json.CloseList();
        }

        json.Close();
    }

    private void Write(PrincipleResult principle)
    {
        json.Open();
        json.Property("id"u8, principle.Id);
        json.Property("set"u8, principle.Set);
        json.Property("title"u8, principle.Title);
        json.Property("verdict"u8, principle.Verdict.Text);
        json.OpenList("findings"u8);
        for (var index = 0; index < principle.Findings.Count; index++)
            Write(principle.Findings[index]);
        json.CloseList();
        if (principle.Fault is { } fault)
        {
            json.Open("error"u8);
            Write(fault);
            json.Close();
        }

        json.Close();
    }

    private void Write(ReportedFinding finding)
    {
        json.Open();
        json.Property("id"u8, finding.Id);
        json.Property("role"u8, finding.Role.Text);
        json.Property("severity"u8, finding.Severity.Text);
        json.Property("limb"u8, finding.Limb);
        json.Property("message"u8, finding.Message);
        Write(finding.Location);
        json.OpenList("related"u8);
        for (var index = 0; index < finding.Related.Count; index++)
        {
            var related = finding.Related[index];
            json.Open();
            json.Property("message"u8, related.Message);
            Write(related.Location);
            json.Close();
        }

        json.CloseList();
        Write(finding.Waived);
        if (withContent && finding.Content is { } content)
            json.Property("content"u8, content);
        if (withExcerpts && finding.Excerpt is { } excerpt)
            Write(excerpt);
        if (finding.Note is { } note)
            json.Property("note"u8, note);
        if (finding.Source is { } source)
            json.Property("source"u8, source);
        json.Close();
    }

    private void Write(Acceptance? waived)
    {
        if (waived is null)
        {
            json.Null("waived"u8);
            return;
        }

        json.Open("waived"u8);
        json.Property("by"u8, waived.By);
        json.Property("reason"u8, waived.Reason);
        json.Property("owner"u8, waived.Owner);
        json.Property("expires"u8, waived.Expires);
        json.Close();
    }

    private void Write(Excerpt excerpt)
    {
        json.Open("excerpt"u8);
        json.Property("line"u8, excerpt.Line);
        json.Property("column"u8, excerpt.Column);
        json.OpenList("lines"u8);
        foreach (var line in excerpt.Lines)
            json.Item(line);
        json.CloseList();
        json.Close();
    }

    public void Write(Fault fault)
    {
        json.Property("path"u8, fault.Path);
        json.Property("id"u8, fault.Kind.Id);
        json.Property("message"u8, fault.Message);
        if (fault.Location is { } location)
            Write(location);
        else
            json.Null("location"u8);
        if (withContent && fault.Excerpt is { } excerpt)
            Write(excerpt);
    }

    public void Write(Location location)
    {
        json.Open("location"u8);
        json.Property("line"u8, location.Line);
        json.Property("column"u8, location.Column);
        json.Property("endLine"u8, location.EndLine);
        json.Property("endColumn"u8, location.EndColumn);
        if (location.HasUtf8)
        {
            json.Property("pointer"u8, location.PointerUtf8);
            json.Property("address"u8, location.AddressUtf8);
        }
        else if (location.Pointer is not null)
        {
            json.Property("pointer"u8, location.Pointer);
            json.Property("address"u8, location.Address);
        }
        if (location.Missing)
            json.Property("missing"u8, true);
        json.Close();
    }
}
