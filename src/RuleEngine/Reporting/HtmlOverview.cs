using System.Globalization;
using System.Text.Json;
using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;

namespace RuleEngine.Reporting;

/// <summary>
/// What the template of the overview asks for, and the list of proposals as data for its script. It says of each proposal what a list shows;
/// the evidence of so many would be more than a browser bears.
/// </summary>
internal sealed class HtmlOverview
{
    private const int MostFindings = 12;

    private readonly Report _report;
    private readonly Tally _tally = new();
    private readonly HtmlPage.Frame _frame;

    public HtmlOverview(Report report)
    {
        _report = report;
        _frame = new HtmlPage.Frame(report);
        foreach (var outcome in report.Outcomes)
            _tally.Add(outcome);
    }

    public string Subject => $"{Number(_report.Summary.Checked)} proposals";

    public string Summary => _frame.Summary;

    public string Version => _frame.Version;

    public string Hash => _frame.Hash;

    public List<HtmlPage.Remark> Faults => _frame.Faults;

    public List<HtmlPage.Remark> Notices => _frame.Notices;

    public List<string> Verdicts => _frame.Verdicts;

    public Dictionary<string, string> Symbols => _frame.Symbols;

    public List<Row> Principles => [.. _tally.Principles.Select(principle => new Row(
        principle.Id, Printable.Text(principle.Title), [.. Verdict.All.Select(verdict => new Cell(verdict.Text, principle.Of(verdict), Number(principle.Of(verdict))))]))];

    public List<Line> Findings => [.. _tally.Findings.Take(MostFindings).Select(finding => new Line(
        finding.Id, finding.Role.Text, Printable.Text(finding.Title), Number(finding.Proposals),
        (100.0 * finding.Proposals / Math.Max(1, _report.Summary.Checked)).ToString("0.#", CultureInfo.InvariantCulture) + " %"))];

    public List<Alignment> Alignments => [.. _tally.Alignments.Select(each => new Alignment(each.Kind.Text, each.Kind.Meaning, Number(each.Proposals)))];

    /// <summary>Writes the list.</summary>
    public void WriteData(Utf8JsonWriter json)
    {
        var findings = _tally.Findings.ToList();
        var numbers = findings.Select((finding, index) => (finding.Id, Index: index)).ToDictionary(each => each.Id, each => each.Index, StringComparer.Ordinal);
        json.WriteStartObject();
        WriteTexts("verdicts", Verdict.All.Select(verdict => verdict.Text));
        WriteTexts("symbols", Verdict.All.Select(ReportWords.SymbolOf));
        WriteTexts("principles", _tally.Principles.Select(principle => principle.Id));
        WriteTexts("alignments", AlignmentKind.All.Select(kind => kind.Text));
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartArray();
            json.WriteStringValue(finding.Id);
            json.WriteStringValue(finding.Role.Text);
            json.WriteStringValue(Printable.Text(finding.Title));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var result in _report.Results)
        {
            WriteRow(result);
            IndentedJson.Relieve(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void WriteTexts(string name, IEnumerable<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts)
                json.WriteStringValue(text);
            json.WriteEndArray();
        }

        void WriteRow(ProposalResult result)
        {
            json.WriteStartArray();
            json.WriteStringValue(result.Proposal);
            json.WriteStringValue(Printable.Text(result.Title));
            json.WriteStringValue(Printable.Text(result.Path));
            json.WriteNumberValue(result.Origin?.Line ?? 1);
            json.WriteStringValue(string.Concat(_tally.Principles
                .Select(principle => result.Principles.FirstOrDefault(each => each.Id == principle.Id)?.Verdict ?? Verdict.NotApplicable)
                .Prepend(result.Verdict).Select(DigitOf)));
            json.WriteStartArray();
            foreach (var finding in result.Findings)
            {
                if (finding.Waived is null && numbers.TryGetValue(finding.Id, out var number))
                {
                    json.WriteNumberValue(number);
                    json.WriteNumberValue(finding.Location.Line);
                }
            }

            json.WriteEndArray();
            json.WriteNumberValue(result.Alignment is { } alignment ? AlignmentKind.All.TakeWhile(kind => kind != alignment.Kind).Count() : -1);
            json.WriteEndArray();
        }
    }

    private static string DigitOf(Verdict verdict) => Verdict.All.TakeWhile(each => each != verdict).Count().ToString(CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A principle.</summary>
    public sealed record Row(string Id, string Title, IReadOnlyList<Cell> Counts);

    /// <summary>How many proposals got a verdict.</summary>
    public sealed record Cell(string Verdict, int Number, string Text);

    /// <summary>A kind of alignment.</summary>
    public sealed record Alignment(string Kind, string Meaning, string Number);

    /// <summary>A frequent finding.</summary>
    public sealed record Line(string Id, string Role, string Title, string Number, string Share);
}
