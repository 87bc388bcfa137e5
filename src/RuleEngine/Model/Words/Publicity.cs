namespace RuleEngine.Model.Words;

/// <summary>Whether a text is published.</summary>
public sealed class Publicity : Word
{
    private Publicity(string text) : base(text)
    {
    }

    /// <summary><c>public</c></summary>
    public static readonly Publicity Public = new("public");

    /// <summary><c>secret</c></summary>
    public static readonly Publicity Secret = new("secret");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Publicity> All { get; } = new(Public, Secret);
}
