using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>
/// A finding with everything that a report shows of it: a renderer needs nothing else. Lines, columns and addresses are reckoned when
/// they are first asked for.
/// </summary>
public sealed class ReportedFinding
{
    private readonly Finding _finding;
    private readonly bool _hasExcerpt;

    internal ReportedFinding(Finding finding, string? limb, bool hasExcerpt)
    {
        _finding = finding;
        Limb = limb;
        _hasExcerpt = hasExcerpt;
        Severity = finding.Kind.DefaultSeverity;
    }

    private ReportedFinding(ReportedFinding finding, Severity severity, Acceptance? waived) : this(finding._finding, finding.Limb, finding._hasExcerpt)
    {
        Severity = severity;
        Waived = waived;
    }

    /// <summary>The finding's id.</summary>
    public string Id => _finding.Kind.Id;

    /// <summary>What it means for the verdict.</summary>
    public Role Role => _finding.Kind.Role;

    /// <summary>What it says, in a few words.</summary>
    public string Title => _finding.Kind.Title;

    /// <summary>How loud it is.</summary>
    public Severity Severity { get; }

    /// <summary>Whether a configuration says that it is louder or less loud than its role.</summary>
    public bool IsSeverityChanged => Severity != _finding.Kind.DefaultSeverity;

    /// <summary>Who has accepted it; null where nobody has.</summary>
    public Acceptance? Waived { get; }

    /// <summary>Whether it fails the run: a violation of severity <c>error</c> that nobody has accepted.</summary>
    public bool FailsRun => Role == Role.Violation && Severity == Severity.Error && Waived is null;

    /// <summary>The limb that reported it; null for the only limb of a rule, and for concerns.</summary>
    public string? Limb { get; }

    /// <summary>The sentence.</summary>
    public string Message => _finding.Message;

    /// <summary>Where it stands.</summary>
    public Location Location => field ??= _finding.Place.Location;

    /// <summary>The hash of what stands there, however it is written: 16 hexadecimal digits; null for what is absent, for the whole and for a list of clauses.</summary>
    public string? Content => Place.Content;

    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<ReportedPlace> Related =>
        field ??= _finding.Related.Count == 0 ? [] : [.. _finding.Related.Select(related => new ReportedPlace(related.Message, related.Place.Location))];

    /// <summary>The place's own lines; null where none were asked for.</summary>
    public Excerpt? Excerpt => _hasExcerpt ? field ??= Place.Node.Document.Excerpt(Place.Token, Place.Missing) : null;

    /// <summary>What the coder remarks on the clause; null when nothing.</summary>
    public string? Note => NoteOn(Place.Node);

    /// <summary>Where the clause was found, in one line; null when not stated.</summary>
    public string? Source => SourceOf(Place.Node)?.ToString();

    internal Finding Finding => _finding;

    /// <summary>Whether a baseline records it: what speaks against the arrangement, unless somebody has given a reason to accept it.</summary>
    internal bool IsForBaseline => Role != Role.Support && (Waived is null || Waived == Acceptance.Baseline);

    /// <summary>The same finding, as loud as settings say and perhaps accepted.</summary>
    internal ReportedFinding With(Severity severity, Acceptance? waived) =>
        severity == Severity && waived == Waived ? this : new ReportedFinding(this, severity, waived);

    /// <summary>What tells findings in one text apart: the id, the limb and the address, which stands for the place.</summary>
    internal (string Id, string? Limb, int Token, string? Missing) Identity => (Id, Limb, Place.Token, Place.Missing);

    /// <summary>Where it stands, by names instead of lines; empty for the whole.</summary>
    public string Address => Place.Node.Document.Address(Place.Token, Place.Missing);

    private Place Place => _finding.Place;

    /// <summary>The order of reports: by place, id, limb and message.</summary>
    internal static int Compare(ReportedFinding one, ReportedFinding other)
    {
        var order = Offset(one).CompareTo(Offset(other));
        if (order == 0)
            order = string.CompareOrdinal(one.Id, other.Id);
        if (order == 0)
            order = string.CompareOrdinal(one.Limb, other.Limb);
        return order != 0 ? order : string.CompareOrdinal(one.Message, other.Message);
    }

    private static int Offset(ReportedFinding found) => found.Place.Node.Document.Offset(found.Place.Token);

    /// <summary>The remark on the clause or on what holds it, the arrangement as a whole left out.</summary>
    private static string? NoteOn(Node node) => node is Arrangement ? null : node.Note ?? (node.Parent is { } parent ? NoteOn(parent) : null);

    private static CitedSource? SourceOf(Node node) => node switch
    {
        Provision { Source: { } source } => source,
        Article { Source: { } source } => source,
        Arrangement arrangement => arrangement.Source,
        _ => node.Parent is { } parent ? SourceOf(parent) : null,
    };
}
