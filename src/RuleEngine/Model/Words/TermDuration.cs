namespace RuleEngine.Model.Words;

/// <summary>How long an arrangement is made for.</summary>
public sealed class TermDuration : Word
{
    private TermDuration(string text) : base(text)
    {
    }

    /// <summary><c>indefinite</c></summary>
    public static readonly TermDuration Indefinite = new("indefinite");

    /// <summary><c>fixed</c></summary>
    public static readonly TermDuration Fixed = new("fixed");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<TermDuration> All { get; } = new(Indefinite, Fixed);
}
