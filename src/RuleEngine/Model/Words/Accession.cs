namespace RuleEngine.Model.Words;

/// <summary>Who may join an arrangement later.</summary>
public sealed class Accession : Word
{
    private Accession(string text) : base(text)
    {
    }

    /// <summary><c>open</c></summary>
    public static readonly Accession Open = new("open");

    /// <summary><c>invitation</c></summary>
    public static readonly Accession Invitation = new("invitation");

    /// <summary><c>closed</c></summary>
    public static readonly Accession Closed = new("closed");

    /// <summary><c>unspecified</c></summary>
    public static readonly Accession Unspecified = new("unspecified");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Accession> All { get; } = new(Open, Invitation, Closed, Unspecified);
}
