using RuleEngine.Model.Faults;

namespace RuleEngine.Engine;

/// <summary>All that one run came to.</summary>
/// <param name="Tool">What produced it.</param>
/// <param name="Outcomes">One an input, in input order. They may be read anew each time they are gone through: go through them, and keep none.</param>
/// <param name="Faults">What is wrong beyond single inputs: with the rule pack or a configuration.</param>
/// <param name="Notices">What a reader should know about waivers and the baseline; no exit code comes of it.</param>
public sealed record Report(Tool Tool, IEnumerable<Outcome> Outcomes, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Notices)
{
    /// <summary>The counts.</summary>
    public Summary Summary
    {
        get => field ??= Summary.Of(Outcomes);
        init;
    }

    /// <summary>The proposals' verdicts, in input order.</summary>
    public IEnumerable<ProposalResult> Results => Outcomes.OfType<ProposalResult>();

    /// <summary>How many findings a waiver, and how many the baseline accepts.</summary>
    internal (int ByWaiver, int ByBaseline) CountAccepted()
    {
        var count = (ByWaiver: 0, ByBaseline: 0);
        foreach (var outcome in Outcomes)
        {
            foreach (var principle in outcome is ProposalResult result ? result.Principles : [])
            {
                foreach (var finding in principle.Findings)
                {
                    if (finding.Waived is { } waived)
                        count = waived == Acceptance.Baseline ? (count.ByWaiver, count.ByBaseline + 1) : (count.ByWaiver + 1, count.ByBaseline);
                }
            }
        }

        return count;
    }

    /// <summary>The same, every finding that a baseline would hold accepted by it.</summary>
    public Report AcceptedAsBaseline() => this with
    {
        Outcomes = [.. Outcomes.Select(outcome => outcome is ProposalResult result ? result.WithFindings((_, finding) => finding.IsForBaseline ? finding.With(finding.Severity, Acceptance.Baseline) : finding) : outcome)],
    };

    /// <summary>Everything that could not be done: the pack's faults first, then the inputs' in their order.</summary>
    public IEnumerable<Fault> AllFaults => Faults.Concat(Outcomes.OfType<InvalidInput>().SelectMany(input => input.Faults));
}
