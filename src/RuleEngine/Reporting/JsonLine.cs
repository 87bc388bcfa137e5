using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Faults;

namespace RuleEngine.Reporting;

/// <summary>The lines of <c>jsonl</c>, each a JSON object.</summary>
public sealed class JsonLine : IOutcomeText
{
    private readonly JsonPen _pen = new(isIndented: false);
    private readonly JsonReport _report;

    /// <param name="withExcerpts">Whether each place carries its lines and its content's hash, so that any format can be made of the lines.</param>
    public JsonLine(bool withExcerpts) => _report = new JsonReport(_pen, withExcerpts, withExcerpts);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Written => _pen.Written;

    /// <inheritdoc/>
    public void Clear() => _pen.Clear();

    /// <summary>Hands on what is written, once it is worth it.</summary>
    internal void Relieve(Stream output) => _pen.Relieve(output);

    /// <summary>Hands on what is written.</summary>
    internal void HandOn(Stream output) => _pen.HandOn(output);

    /// <summary>The beginning of results: a line on what produced them, and one for each file in which something is wrong beyond single inputs.</summary>
    public void WriteHead(Tool tool, IEnumerable<Fault> faults)
    {
        _pen.Open();
        _report.WriteTool(tool);
        End();
        WriteByFile("errors"u8, faults.GroupBy(fault => fault.Path));
    }

    /// <summary>The beginning of a part of results.</summary>
    /// <param name="tool">What produced it.</param>
    /// <param name="faults">What is wrong beyond single inputs, which every part says.</param>
    /// <param name="part">Which part.</param>
    /// <param name="inputs">What tells the inputs of the batch from others.</param>
    /// <param name="settings">What tells the configuration and the options from others.</param>
    public void WriteHead(Tool tool, IEnumerable<Fault> faults, Part part, string inputs, string settings)
    {
        var files = faults.GroupBy(fault => fault.Path).ToList();
        _pen.Open();
        _report.WriteTool(tool);
        _pen.Open("part"u8);
        _pen.Property("shard"u8, part.ToString());
        _pen.Property("inputs"u8, inputs);
        _pen.Property("settings"u8, settings);
        _pen.Property("faults"u8, files.Count);
        _pen.Close();
        End();
        WriteByFile("errors"u8, files);
    }

    /// <inheritdoc/>
    public void Write(Outcome outcome)
    {
        if (outcome is InvalidInput invalid)
        {
            Begin(invalid.Path);
            _report.Write(invalid.Origin);
            _report.Write("errors"u8, invalid.Faults);
            End();
        }
        else if (outcome is ProposalResult result)
        {
            _pen.Open();
            _report.WriteMembers(result);
            End();
        }
    }

    /// <summary>What a reader should know about waivers, a line a file.</summary>
    public void WriteNotices(IEnumerable<Fault> notices) => WriteByFile("notices"u8, notices.GroupBy(notice => notice.Path));

    /// <summary>What a part comes to: its last line.</summary>
    /// <param name="totals">What it comes to.</param>
    /// <param name="sha256">The hash of all its lines before this one.</param>
    public void WriteTotals(PartTotals totals, string sha256)
    {
        _pen.Open();
        _pen.Open("totals"u8);
        _report.WriteMembers(totals.Summary);
        _pen.Property("begins"u8, totals.Begins);
        _pen.Property("goesOn"u8, totals.Goes);
        _pen.Property("records"u8, totals.Records);
        _pen.Property("lines"u8, totals.Lines);
        _pen.OpenList("waivers"u8);
        foreach (var waiver in totals.Waivers)
        {
            _pen.Open();
            _pen.Property("fate"u8, (int)waiver.Fate);
            if (waiver.Notice is { } notice)
            {
                _pen.Open("notice"u8);
                _report.Write(notice);
                _pen.Close();
            }

            _pen.Close();
        }

        _pen.CloseList();
        _pen.Property("sha256"u8, sha256);
        _pen.Close();
        End();
    }

    private void WriteByFile(ReadOnlySpan<byte> name, IEnumerable<IGrouping<string, Fault>> files)
    {
        foreach (var file in files)
        {
            Begin(file.Key);
            _report.Write(name, file);
            End();
        }
    }

    private void Begin(string path)
    {
        _pen.Open();
        _pen.Property("path"u8, path);
    }

    private void End()
    {
        _pen.Close();
        _pen.EndLine();
    }
}
