using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>How many inputs came to what.</summary>
/// <param name="Checked">Proposals that got verdicts: the sum of the next five.</param>
/// <param name="Upheld">Proposals upheld.</param>
/// <param name="Violated">Proposals violated.</param>
/// <param name="Undetermined">Proposals undetermined.</param>
/// <param name="NotApplicable">Proposals to which no principle applies.</param>
/// <param name="Failed">Proposals on which a rule failed.</param>
/// <param name="Invalid">Inputs that could not be read as proposals.</param>
/// <param name="NotProposals">Well-formed JSON that is no proposal.</param>
public sealed record Summary(
    int Checked, int Upheld, int Violated, int Undetermined, int NotApplicable, int Failed, int Invalid, int NotProposals)
{
    /// <summary>Counts outcomes.</summary>
    public static Summary Of(IReadOnlyList<Outcome> outcomes)
    {
        return new Summary(
            Count(outcome => outcome is ProposalResult), CountOf(Verdict.Upheld), CountOf(Verdict.Violated), CountOf(Verdict.Undetermined),
            CountOf(Verdict.NotApplicable), CountOf(Verdict.Error), Count(outcome => outcome is InvalidInput), Count(outcome => outcome is OtherJson));

        int CountOf(Verdict verdict) => Count(outcome => outcome is ProposalResult result && result.Verdict == verdict);

        int Count(Predicate<Outcome> isCounted)
        {
            var count = 0;
            foreach (var outcome in outcomes)
                count += isCounted(outcome) ? 1 : 0;
            return count;
        }
    }
}
