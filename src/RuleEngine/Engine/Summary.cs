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
    /// <summary>All inputs.</summary>
    public int Inputs => Checked + Invalid + NotProposals;

    /// <summary>Where there is nothing to count.</summary>
    public static Summary None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Counts outcomes.</summary>
    public static Summary Of(IEnumerable<Outcome> outcomes) => outcomes.Aggregate(None, (summary, outcome) => summary.With(outcome));

    /// <summary>Counts one more.</summary>
    internal Summary With(Outcome outcome) => outcome switch
    {
        ProposalResult result => With(result.Verdict) with { Checked = Checked + 1 },
        InvalidInput => this with { Invalid = Invalid + 1 },
        _ => this with { NotProposals = NotProposals + 1 },
    };

    /// <summary>Counts all that another one counts.</summary>
    internal Summary With(Summary other) => new(
        Checked + other.Checked, Upheld + other.Upheld, Violated + other.Violated, Undetermined + other.Undetermined,
        NotApplicable + other.NotApplicable, Failed + other.Failed, Invalid + other.Invalid, NotProposals + other.NotProposals);

    private Summary With(Verdict verdict) =>
        verdict == Verdict.Upheld ? this with { Upheld = Upheld + 1 }
        : verdict == Verdict.Violated ? this with { Violated = Violated + 1 }
        : verdict == Verdict.Undetermined ? this with { Undetermined = Undetermined + 1 }
        : verdict == Verdict.NotApplicable ? this with { NotApplicable = NotApplicable + 1 }
        : this with { Failed = Failed + 1 };
}
