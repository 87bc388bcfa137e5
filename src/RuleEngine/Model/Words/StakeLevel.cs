namespace RuleEngine.Model.Words;

/// <summary>How much a stake weighs.</summary>
public sealed class StakeLevel : Word
{
    private StakeLevel(string text, int rank) : base(text) => Rank = rank;

    /// <summary>low is 1, each word one more than the one before.</summary>
    public int Rank { get; }

    /// <summary><c>low</c></summary>
    public static readonly StakeLevel Low = new("low", 1);

    /// <summary><c>moderate</c></summary>
    public static readonly StakeLevel Moderate = new("moderate", 2);

    /// <summary><c>high</c></summary>
    public static readonly StakeLevel High = new("high", 3);

    /// <summary>Every word, the least first.</summary>
    public static Vocabulary<StakeLevel> All { get; } = new(Low, Moderate, High);
}
