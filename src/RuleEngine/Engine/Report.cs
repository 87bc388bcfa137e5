using RuleEngine.Model.Faults;

namespace RuleEngine.Engine;

/// <summary>All that one run came to.</summary>
/// <param name="Tool">What produced it.</param>
/// <param name="Outcomes">One an input, in input order.</param>
/// <param name="Faults">What is wrong beyond single inputs: with the rule pack.</param>
public sealed record Report(Tool Tool, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Fault> Faults)
{
    /// <summary>The counts.</summary>
    public Summary Summary { get; } = Summary.Of(Outcomes);

    /// <summary>The proposals' verdicts, in input order.</summary>
    public IEnumerable<ProposalResult> Results => Outcomes.OfType<ProposalResult>();

    /// <summary>Everything that could not be done: the pack's faults first, then the inputs' in their order.</summary>
    public IEnumerable<Fault> AllFaults => Faults.Concat(Outcomes.OfType<InvalidInput>().SelectMany(input => input.Faults));
}
