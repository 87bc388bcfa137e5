namespace RuleEngine.Model.Words;

/// <summary>How a body reaches its decisions.</summary>
public sealed class DecisionRuleKind : Word
{
    private DecisionRuleKind(string text) : base(text)
    {
    }

    /// <summary><c>consensus</c></summary>
    public static readonly DecisionRuleKind Consensus = new("consensus");

    /// <summary><c>unanimity</c></summary>
    public static readonly DecisionRuleKind Unanimity = new("unanimity");

    /// <summary><c>simple-majority</c></summary>
    public static readonly DecisionRuleKind SimpleMajority = new("simple-majority");

    /// <summary><c>qualified-majority</c></summary>
    public static readonly DecisionRuleKind QualifiedMajority = new("qualified-majority");

    /// <summary><c>weighted</c></summary>
    public static readonly DecisionRuleKind Weighted = new("weighted");

    /// <summary><c>one-state-one-vote</c></summary>
    public static readonly DecisionRuleKind OneStateOneVote = new("one-state-one-vote");

    /// <summary><c>lead-state</c></summary>
    public static readonly DecisionRuleKind LeadState = new("lead-state");

    /// <summary><c>unspecified</c></summary>
    public static readonly DecisionRuleKind Unspecified = new("unspecified");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<DecisionRuleKind> All { get; } = new(
        Consensus, Unanimity, SimpleMajority, QualifiedMajority, Weighted, OneStateOneVote, LeadState, Unspecified);
}
