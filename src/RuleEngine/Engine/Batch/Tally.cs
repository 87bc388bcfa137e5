using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Model.Words;

namespace RuleEngine.Engine.Batch;

/// <summary>What the records of a batch came to, in numbers.</summary>
public sealed class Tally
{
    private readonly Dictionary<string, PrincipleTally> _principles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FindingTally> _findings = new(StringComparer.Ordinal);

    private readonly Dictionary<AlignmentKind, int> _alignments = [];

    /// <summary>How many inputs came to what.</summary>
    public Summary Summary { get; internal set; } = Summary.None;

    /// <summary>Findings that a waiver accepts.</summary>
    public int Waived { get; internal set; }

    /// <summary>Proposals that fail the run by a violation.</summary>
    public int Failing { get; internal set; }

    /// <summary>Proposals with a gap that nobody has accepted, which fail a run that asks for it.</summary>
    public int Open { get; internal set; }

    /// <summary>How many proposals are of each kind of alignment, the closest first; kinds that none is of are left out.</summary>
    public IEnumerable<(AlignmentKind Kind, int Proposals)> Alignments => AlignmentKind.All.Where(_alignments.ContainsKey).Select(kind => (kind, _alignments[kind]));

    /// <summary>What each principle came to, by id.</summary>
    public IReadOnlyCollection<PrincipleTally> Principles => [.. _principles.Values.OrderBy(each => each.Id, StringComparer.Ordinal)];

    /// <summary>What speaks against the proposals, the most frequent first.</summary>
    public IEnumerable<FindingTally> Findings => _findings.Values.OrderByDescending(each => each.Proposals).ThenBy(each => each.Id, StringComparer.Ordinal);

    /// <summary>Counts one more outcome.</summary>
    public void Add(Outcome outcome)
    {
        Summary = Summary.With(outcome);
        if (outcome is not ProposalResult result)
            return;
        if (result.Alignment is { } alignment)
            Count(alignment.Kind, 1);
        var (isFailing, isOpen) = (false, false);
        foreach (var principle in result.Principles)
        {
            Of(principle.Id, principle.Set, principle.Title).Add(principle.Verdict, 1);
            isFailing |= principle.FailsRun(FailOn.Violated);
            isOpen |= principle.FailsRun(FailOn.Undetermined);
            for (var index = 0; index < principle.Findings.Count; index++)
            {
                var finding = principle.Findings[index];
                if (finding.Waived is not null)
                    Waived++;
                else if ((finding.Role == Role.Violation || finding.Role == Role.Gap) && IsFirst(principle.Findings, index))
                    Of(finding.Id, finding.Role, finding.Title).Add(1);
            }
        }

        Failing += isFailing ? 1 : 0;
        Open += isOpen && !isFailing ? 1 : 0;
    }

    /// <summary>Counts all that another tally counts.</summary>
    public void Add(Tally other)
    {
        Summary = Summary.With(other.Summary);
        Waived += other.Waived;
        Failing += other.Failing;
        Open += other.Open;
        foreach (var (id, theirs) in other._principles)
        {
            var tally = Of(id, theirs.Set, theirs.Title);
            foreach (var verdict in Verdict.All)
                tally.Add(verdict, theirs.Of(verdict));
        }

        foreach (var (kind, proposals) in other._alignments)
            Count(kind, proposals);
        foreach (var theirs in other._findings.Values)
            Of(theirs.Id, theirs.Role, theirs.Title).Add(theirs.Proposals);
    }

    /// <summary>Whether no finding before this one has its id and is counted.</summary>
    private static bool IsFirst(IReadOnlyList<ReportedFinding> findings, int index)
    {
        for (var before = 0; before < index; before++)
        {
            if (findings[before].Id == findings[index].Id && findings[before].Waived is null)
                return false;
        }

        return true;
    }

    /// <summary>Counts proposals that are of one kind of alignment.</summary>
    internal void Count(AlignmentKind kind, int proposals) => _alignments[kind] = _alignments.GetValueOrDefault(kind) + proposals;

    /// <summary>The counter of a principle.</summary>
    internal PrincipleTally Of(string id, string set, string title)
    {
        if (!_principles.TryGetValue(id, out var tally))
            _principles[id] = tally = new PrincipleTally(id, set, title);
        return tally;
    }

    /// <summary>The counter of a finding.</summary>
    internal FindingTally Of(string id, Role role, string title)
    {
        if (!_findings.TryGetValue(id, out var tally))
            _findings[id] = tally = new FindingTally(id, role, title);
        return tally;
    }
}
