using RuleEngine.Engine;
using RuleEngine.Model.Faults;

namespace RuleEngine.Reporting;

/// <summary>The lines of <c>jsonl</c>, each a JSON object.</summary>
internal sealed class JsonLine
{
    private readonly JsonReport _report;

    /// <param name="withExcerpts">Whether findings carry the lines at their place.</param>
    public JsonLine(bool withExcerpts) => _report = new JsonReport(Pen, withExcerpts);

    /// <summary>Where the lines are written.</summary>
    public JsonPen Pen { get; } = new(isIndented: false);

    /// <summary>What produced the report: the first line.</summary>
    public void Write(Tool tool)
    {
        Pen.Open();
        _report.WriteTool(tool);
        End();
    }

    /// <summary>What became of an input; nothing for what is no proposal.</summary>
    public void Write(Outcome outcome)
    {
        if (outcome is InvalidInput invalid)
        {
            Write(invalid.Path, "errors"u8, invalid.Faults);
        }
        else if (outcome is ProposalResult result)
        {
            Pen.Open();
            _report.WriteMembers(result);
            End();
        }
    }

    /// <summary>Faults or notices of one file.</summary>
    public void Write(string path, ReadOnlySpan<byte> name, IEnumerable<Fault> faults)
    {
        Pen.Open();
        _report.WriteFaults(path, name, faults);
        End();
    }

    private void End()
    {
        Pen.Close();
        Pen.EndLine();
    }
}
