namespace RuleEngine.Model.Words;

/// <summary>How a party may leave.</summary>
public sealed class Withdrawal : Word
{
    private Withdrawal(string text) : base(text)
    {
    }

    /// <summary><c>notice</c></summary>
    public static readonly Withdrawal Notice = new("notice");

    /// <summary><c>none</c></summary>
    public static readonly Withdrawal None = new("none");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Withdrawal> All { get; } = new(Notice, None);
}
