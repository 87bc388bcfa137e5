using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Words;
using RuleEngine.Engine.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>Understands the lines of <c>jsonl</c>, which this program wrote.</summary>
/// <param name="kinds">The findings of the pack that the results were made with, by id; empty where it is not at hand.</param>
/// <param name="keepsRecords">Whether places are those within a record; else those in its file.</param>
public sealed class ResultWords(IReadOnlyDictionary<string, FindingKind> kinds, bool keepsRecords = true)
{
    /// <summary>How many lines come before the record at hand, where they count.</summary>
    private int _before;

    private static readonly Dictionary<string, FaultKind> FaultKinds = FaultKind.All.ToDictionary(kind => kind.Id, StringComparer.Ordinal);

    /// <summary>Understands results that were made with this pack.</summary>
    public static ResultWords Of(RulePack pack, bool keepsRecords = true) => new(EngineFindings.WithThoseOf(pack.Principles), keepsRecords);

    /// <exception cref="FormatException">It is no first line.</exception>
    public static ResultHead ReadHead(byte[] line)
    {
        var view = JsonView.Read(line);
        if (view.Number("schemaVersion") != 1)
            throw new FormatException("Only schemaVersion 1 is known here.");
        var tool = view.Object("tool");
        var part = view.OptionalObject("part");
        return new ResultHead(
            tool.Text("version"), tool.Text("rules"), part is { } one ? Part.Parse(one.Text("shard")) ?? throw new FormatException("\"shard\" is no part.") : null,
            part?.Text("inputs"), part?.Text("settings"), (int)(part?.Number("faults") ?? 0))
        {
            Sets = tool.Has("sets") ? tool.Texts("sets") : null,
        };
    }

    /// <exception cref="FormatException">It is no line of results.</exception>
    public ResultLine ReadLine(byte[] line)
    {
        var view = JsonView.Read(line);
        _before = keepsRecords ? 0 : (int)Math.Min(int.MaxValue, Math.Max(1, view.OptionalNumber("line") ?? 1) - 1);
        if (view.Has("principles"))
            return new ResultLine(ReadResult(view), [], [], null);
        if (view.Has("notices"))
            return new ResultLine(null, [], [.. view.Objects("notices").Select(ReadFault)], null);
        if (view.OptionalObject("totals") is { } totals)
            return new ResultLine(null, [], [], ReadTotals(totals));
        var faults = view.Objects("errors").ConvertAll(ReadFault);
        return faults.TrueForAll(fault => fault.Kind.Id.StartsWith("IN", StringComparison.Ordinal))
            ? new ResultLine(new InvalidInput(view.Text("path"), faults) { Origin = ReadOrigin(view) }, [], [], null)
            : new ResultLine(null, faults, [], null);
    }

    private PartTotals ReadTotals(JsonView view) => new(
        new Summary(
            (int)view.Number("checked"), (int)view.Number("upheld"), (int)view.Number("violated"), (int)view.Number("undetermined"),
            (int)view.Number("notApplicable"), (int)view.Number("failed"), (int)view.Number("invalid"), (int)view.Number("notProposals")),
        view.OptionalText("begins"), view.OptionalText("goesOn"), view.Number("records"), view.Number("lines"),
        view.Objects("waivers").ConvertAll(waiver => new WaiverState((WaiverFate)waiver.Number("fate"), waiver.OptionalObject("notice") is { } notice ? ReadFault(notice) : null)));

    private static Origin? ReadOrigin(JsonView view) =>
        view.OptionalNumber("record") is { } record ? new Origin(record, view.Number("line"), view.OptionalText("input")) : null;

    private ProposalResult ReadResult(JsonView view) =>
        new(view.Text("path"), view.Text("proposal"), view.Text("title"), view.Objects("principles").ConvertAll(ReadPrinciple))
        {
            Origin = ReadOrigin(view),
            Alignment = view.OptionalObject("alignment") is { } alignment ? new ReportedAlignment(Word(AlignmentKind.All, alignment.Text("label")), alignment.Texts("because"), alignment.Has("clauses") ? alignment.Texts("clauses") : null) : null,
        };

    private PrincipleResult ReadPrinciple(JsonView view) => new(
        view.Text("id"), view.Text("set"), view.Text("title"), Word(Verdict.All, view.Text("verdict")), view.Objects("findings").ConvertAll(ReadFinding),
        view.OptionalObject("error") is { } error ? ReadFault(error) : null);

    private ReportedFinding ReadFinding(JsonView view)
    {
        var id = view.Text("id");
        var role = Word(Role.All, view.Text("role"));
        var kind = kinds.TryGetValue(id, out var known) && known.Role == role ? known : new FindingKind(id, role, "");
        var related = view.Objects("related").ConvertAll(each => new ReportedPlace(each.Text("message"), ReadLocation(each.Object("location"))));
        var evidence = new RecordedEvidence(
            kind, view.OptionalText("limb"), view.Text("message"), ReadLocation(view.Object("location")), view.OptionalText("content"), related,
            view.OptionalObject("excerpt") is { } excerpt ? ReadExcerpt(excerpt) : null, view.OptionalText("note"), view.OptionalText("source"));
        return new ReportedFinding(evidence, Word(Severity.All, view.Text("severity")), view.OptionalObject("waived") is { } waived ? ReadAcceptance(waived) : null);
    }

    private static Acceptance ReadAcceptance(JsonView view)
    {
        var read = new Acceptance(view.Text("by"), view.OptionalText("reason"), view.OptionalText("owner"), view.OptionalText("expires"));
        return read == Acceptance.Baseline ? Acceptance.Baseline : read;
    }

    private Fault ReadFault(JsonView view)
    {
        var id = view.Text("id");
        var kind = FaultKinds.GetValueOrDefault(id) ?? new FaultKind(id, "", "");
        return new Fault(kind, view.Text("path"), view.Text("message"), view.OptionalObject("location") is { } location ? ReadLocation(location) : null)
        {
            Excerpt = view.OptionalObject("excerpt") is { } excerpt ? ReadExcerpt(excerpt) : null,
        };
    }

    private Excerpt ReadExcerpt(JsonView view) => new((int)view.Number("line") + _before, (int)view.Number("column"), view.Texts("lines"));

    private Location ReadLocation(JsonView view) => new(
        (int)view.Number("line") + _before, (int)view.Number("column"), (int)view.Number("endLine") + _before, (int)view.Number("endColumn"),
        view.OptionalText("pointer"), view.OptionalText("address"), view.Flag("missing"));

    private static T Word<T>(Vocabulary<T> words, string text) where T : Word =>
        words.Find(text) ?? throw new FormatException($"\"{Spelling.Cut(text)}\" is unknown here.");
}
