using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>A finding with everything that a report shows of it: a renderer needs nothing else.</summary>
public sealed class ReportedFinding
{
    private readonly Evidence _evidence;

    internal ReportedFinding(Finding finding, string? limb, bool hasExcerpt) : this(new FoundEvidence(finding, limb, hasExcerpt), finding.Kind.DefaultSeverity, null)
    {
    }

    internal ReportedFinding(Evidence evidence, Severity severity, Acceptance? waived)
    {
        _evidence = evidence;
        Severity = severity;
        Waived = waived;
    }

    /// <summary>The finding's id.</summary>
    public string Id => _evidence.Kind.Id;

    /// <summary>What it means for the verdict.</summary>
    public Role Role => _evidence.Kind.Role;

    /// <summary>What it says, in a few words; empty where it was read from a report of a pack that is not at hand.</summary>
    public string Title => _evidence.Kind.Title;

    /// <summary>How loud it is.</summary>
    public Severity Severity { get; }

    /// <summary>Whether a configuration says that it is louder or less loud than its role.</summary>
    public bool IsSeverityChanged => Severity != _evidence.Kind.DefaultSeverity;

    /// <summary>Who has accepted it; null where nobody has.</summary>
    public Acceptance? Waived { get; }

    /// <summary>Whether it fails the run: a violation of severity <c>error</c> that nobody has accepted.</summary>
    public bool FailsRun => Role == Role.Violation && Severity == Severity.Error && Waived is null;

    /// <summary>The limb that reported it; null for the only limb of a rule, and for concerns.</summary>
    public string? Limb => _evidence.Limb;

    /// <summary>The sentence.</summary>
    public string Message => _evidence.Message;

    /// <summary>Where it stands.</summary>
    public Location Location => _evidence.Location;

    /// <summary>The hash of what stands there, however it is written: 16 hexadecimal digits; null for what is absent, for the whole and for a list of clauses.</summary>
    public string? Content => _evidence.Content;

    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<ReportedPlace> Related => _evidence.Related;

    /// <summary>The place's own lines; null where none were asked for.</summary>
    public Excerpt? Excerpt => _evidence.Excerpt;

    /// <summary>What the coder remarks on the clause; null when nothing.</summary>
    public string? Note => _evidence.Note;

    /// <summary>Where the clause was found, in one line; null when not stated.</summary>
    public string? Source => _evidence.Source;

    /// <summary>Where it stands, by names instead of lines; empty for the whole.</summary>
    public string Address => _evidence.Address;

    /// <summary>What the rule reported. Only a finding of this run has it.</summary>
    internal Finding Finding => Found.Finding;

    /// <summary>Whether a baseline records it: what speaks against the arrangement, unless somebody has given a reason to accept it.</summary>
    internal bool IsForBaseline => Role != Role.Support && (Waived is null || Waived == Acceptance.Baseline);

    /// <summary>The same finding, as loud as settings say and perhaps accepted.</summary>
    internal ReportedFinding With(Severity severity, Acceptance? waived) =>
        severity == Severity && waived == Waived ? this : new ReportedFinding(_evidence, severity, waived);

    /// <summary>What tells findings in one text apart: the id, the limb and the address, which stands for the place.</summary>
    internal (string Id, string? Limb, int Token, string? Missing) Identity => (Id, Limb, Finding.Place.Token, Finding.Place.Missing);

    private FoundEvidence Found => (FoundEvidence)_evidence;

    /// <summary>The order of reports: by place, id, limb and message.</summary>
    internal static int Compare(ReportedFinding one, ReportedFinding other)
    {
        var order = one.Found.Offset.CompareTo(other.Found.Offset);
        if (order == 0)
            order = Ordinal.Compare(one.Id, other.Id);
        if (order == 0)
            order = Ordinal.Compare(one.Limb, other.Limb);
        return order != 0 ? order : Ordinal.Compare(one.Message, other.Message);
    }
}
