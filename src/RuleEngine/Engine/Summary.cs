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
        var results = outcomes.OfType<ProposalResult>().ToList();
        int Count(Verdict verdict) => results.Count(result => result.Verdict == verdict);
        return new Summary(
            results.Count, Count(Verdict.Upheld), Count(Verdict.Violated), Count(Verdict.Undetermined), Count(Verdict.NotApplicable),
            Count(Verdict.Error), outcomes.OfType<InvalidInput>().Count(), outcomes.OfType<OtherJson>().Count());
    }
}
