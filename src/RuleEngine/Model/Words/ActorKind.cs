namespace RuleEngine.Model.Words;

/// <summary>What a threat comes from, or what a clause is aimed at.</summary>
public sealed class ActorKind : Word
{
    private ActorKind(string text) : base(text)
    {
    }

    /// <summary><c>none</c></summary>
    public static readonly ActorKind None = new("none");

    /// <summary><c>unnamed-state</c></summary>
    public static readonly ActorKind UnnamedState = new("unnamed-state");

    /// <summary><c>named-state</c></summary>
    public static readonly ActorKind NamedState = new("named-state");

    /// <summary><c>named-bloc</c></summary>
    public static readonly ActorKind NamedBloc = new("named-bloc");

    /// <summary><c>non-state</c></summary>
    public static readonly ActorKind NonState = new("non-state");

    /// <summary><c>region</c></summary>
    public static readonly ActorKind Region = new("region");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<ActorKind> All { get; } = new(None, UnnamedState, NamedState, NamedBloc, NonState, Region);
}
