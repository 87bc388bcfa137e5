namespace RuleEngine.Parsing;

/// <summary>One token of a JSON text: a name, a value, or a bracket that closes one.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>Whether its own syntax is at fault. The fault is reported; the reader passes over it.</summary>
    public bool IsSpoilt;

    /// <summary>Whether it is a name or text that is written with escapes.</summary>
    public bool HasEscapes;

    /// <summary>Whether it is a name or text of ASCII characters without escapes; where that is not known, false.</summary>
    public bool IsPlain;

    /// <summary>The first byte.</summary>
    public int Start;

    /// <summary>The byte after the last one; of an object or list, after its closing bracket.</summary>
    public int End;

    /// <summary>The object or list that it stands in; -1 for the root.</summary>
    public int Parent;

    /// <summary>The token after this one and all that it holds.</summary>
    public int Next;
}
