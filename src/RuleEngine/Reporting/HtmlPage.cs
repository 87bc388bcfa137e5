using RuleEngine.Engine;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;

namespace RuleEngine.Reporting;

/// <summary>What the template of the HTML page asks for, as text that is safe to read on a screen; the template makes it safe as markup.</summary>
internal sealed class HtmlPage(Report report)
{
    private readonly List<ProposalResult> _results = [.. report.Results];

    public string Subject => _results is [var only] ? Printable.Text(only.Title) : $"{_results.Count} proposals";

    private readonly Frame _frame = new(report);

    public string Summary => _frame.Summary;

    public string Version => _frame.Version;

    public string Hash => _frame.Hash;

    public List<Remark> Faults => _frame.Faults;

    public List<Remark> Notices => _frame.Notices;

    /// <summary>The principles of the first proposal: every proposal of a report has been asked the same.</summary>
    public IReadOnlyList<PrincipleResult> Principles => _results is [var first, ..] ? first.Principles : [];

    public List<Set> Sets => [.. ReportWords.BySet(Principles).Select(set => new Set(ReportWords.TitleOf(set[0].Set), set))];

    /// <summary>The kinds of alignment that the proposals are of.</summary>
    public List<string> Alignments => [.. AlignmentKind.All.Where(kind => _results.Exists(result => result.Alignment?.Kind == kind)).Select(kind => kind.Text)];

    public bool IsAnyAccepted => _results.Exists(result => result.Principles.Any(principle => principle.IsAccepted));

    public List<string> Verdicts => _frame.Verdicts;

    public Dictionary<string, string> Symbols => _frame.Symbols;

    public IEnumerable<Row> Rows => _results.Select(result => new Row(
        result.Proposal, Printable.Text(result.Title), Printable.Text(result.Path), result.Alignment?.Kind.Text, result.Alignment is { } alignment ? Printable.Text(ReportWords.Sentence(alignment)) : null, result.Verdict.Text, ReportWords.SymbolOf(result.Verdict), [.. result.Principles.Select(Cell.Of)])).ToList();

    /// <summary>What stands around the verdicts, be they few or many.</summary>
    public sealed class Frame(Report report)
    {
        public string Summary => ReportWords.Sentence(report);

        public string Version => report.Tool.Version;

        public string Hash => report.Tool.Rules;

        public List<Remark> Faults => [.. report.AllFaults.Select(Remark.Of)];

        public List<Remark> Notices => [.. report.Notices.Select(Remark.Of)];

        public List<string> Verdicts => [.. Verdict.All.Select(verdict => verdict.Text)];

        public Dictionary<string, string> Symbols => Verdict.All.ToDictionary(verdict => verdict.Text, ReportWords.SymbolOf);
    }

    /// <summary>A set of principles.</summary>
    public sealed record Set(string Title, IReadOnlyList<PrincipleResult> Principles);

    /// <summary>A fault or a notice.</summary>
    public sealed record Remark(string Id, string Message, string Where)
    {
        public static Remark Of(Fault fault) =>
            new(fault.Kind.Id, Printable.Text(fault.Message), Printable.Text(fault.Position));
    }

    /// <summary>A proposal.</summary>
    public sealed record Row(string Id, string Title, string Path, string? Kind, string? Alignment, string Verdict, string Symbol, IReadOnlyList<Cell> Cells);

    /// <summary>A proposal and a principle.</summary>
    public sealed record Cell(string Id, string Verdict, string Symbol, bool IsAccepted, string Label)
    {
        public static Cell Of(PrincipleResult principle)
        {
            var isAccepted = principle.IsAccepted;
            return new Cell(principle.Id, principle.Verdict.Text, ReportWords.SymbolOf(principle.Verdict), isAccepted, $"{principle.Id} {principle.Verdict}{(isAccepted ? ", accepted" : "")}");
        }
    }
}
