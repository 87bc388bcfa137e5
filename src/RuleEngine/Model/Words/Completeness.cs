namespace RuleEngine.Model.Words;

/// <summary>How much of an arrangement's text whoever coded the file has read.</summary>
public sealed class Completeness : Word
{
    private Completeness(string text) : base(text)
    {
    }

    /// <summary><c>full</c></summary>
    public static readonly Completeness Full = new("full");

    /// <summary><c>excerpt</c></summary>
    public static readonly Completeness Excerpt = new("excerpt");

    /// <summary><c>summary</c></summary>
    public static readonly Completeness Summary = new("summary");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Completeness> All { get; } = new(Full, Excerpt, Summary);
}
