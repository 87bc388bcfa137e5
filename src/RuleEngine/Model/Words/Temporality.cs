namespace RuleEngine.Model.Words;

/// <summary>Whether a threat is to come, here, or a war under way.</summary>
public sealed class Temporality : Word
{
    private Temporality(string text) : base(text)
    {
    }

    /// <summary><c>potential</c></summary>
    public static readonly Temporality Potential = new("potential");

    /// <summary><c>actual</c></summary>
    public static readonly Temporality Actual = new("actual");

    /// <summary><c>ongoing-conflict</c></summary>
    public static readonly Temporality OngoingConflict = new("ongoing-conflict");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Temporality> All { get; } = new(Potential, Actual, OngoingConflict);
}
