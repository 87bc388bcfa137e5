namespace RuleEngine.Model.Words;

/// <summary>What an arrangement brings a party.</summary>
public sealed class StakeKind : Word
{
    private StakeKind(string text) : base(text)
    {
    }

    /// <summary><c>gain</c></summary>
    public static readonly StakeKind Gain = new("gain");

    /// <summary><c>cost</c></summary>
    public static readonly StakeKind Cost = new("cost");

    /// <summary><c>risk</c></summary>
    public static readonly StakeKind Risk = new("risk");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<StakeKind> All { get; } = new(Gain, Cost, Risk);
}
