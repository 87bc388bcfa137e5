namespace RuleEngine.Model.Words;

/// <summary>What a party is.</summary>
public sealed class PartyKind : Word
{
    private PartyKind(string text) : base(text)
    {
    }

    /// <summary><c>state</c></summary>
    public static readonly PartyKind State = new("state");

    /// <summary><c>organization</c></summary>
    public static readonly PartyKind Organization = new("organization");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<PartyKind> All { get; } = new(State, Organization);
}
