namespace RuleEngine.Model.Words;

/// <summary>How an arrangement goes on when its term ends.</summary>
public sealed class Renewal : Word
{
    private Renewal(string text) : base(text)
    {
    }

    /// <summary><c>automatic</c></summary>
    public static readonly Renewal Automatic = new("automatic");

    /// <summary><c>by-agreement</c></summary>
    public static readonly Renewal ByAgreement = new("by-agreement");

    /// <summary><c>none</c></summary>
    public static readonly Renewal None = new("none");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Renewal> All { get; } = new(Automatic, ByAgreement, None);
}
