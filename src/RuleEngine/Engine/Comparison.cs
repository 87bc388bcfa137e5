namespace RuleEngine.Engine;

/// <summary>What became of the verdicts from one draft of an arrangement to the next.</summary>
/// <param name="Old">The verdicts on the earlier draft.</param>
/// <param name="New">The verdicts on the later draft, by the same rules.</param>
/// <param name="Principles">One a principle, by id.</param>
public sealed record Comparison(ProposalResult Old, ProposalResult New, IReadOnlyList<PrincipleChange> Principles)
{
    /// <summary>Compares the verdicts of two drafts on the same principles.</summary>
    public static Comparison Of(ProposalResult old, ProposalResult @new) =>
        new(old, @new, [.. old.Principles.Zip(@new.Principles, PrincipleChange.Of)]);
}
