namespace RuleEngine.Model.Places;

/// <summary>A text that was read. Nodes and places point into it; it alone can say where they stand.</summary>
public abstract class Document
{
    private protected Document(string path) => Path = path;

    /// <summary>The path as it was given, with <c>/</c>; <c>-</c> for standard input.</summary>
    public string Path { get; }

    /// <summary>How many values, names and brackets it has, however they are laid out.</summary>
    internal abstract int Size { get; }

    /// <summary>The value of a property of the object at <paramref name="token"/>, or the place of its absence.</summary>
    internal abstract (int Token, string? Missing) Property(int token, string name);

    /// <summary>The token of the list's entry at <paramref name="index"/>, from 0; -1 where the list has no such entry.</summary>
    internal abstract int Item(int token, int index);

    /// <summary>The text at the token.</summary>
    internal abstract string Text(int token);

    /// <summary>The first byte of the token, from 0: what findings are ordered by.</summary>
    internal abstract int Offset(int token);

    /// <summary>The address alone, which costs less than the whole location.</summary>
    internal abstract string Address(int token, string? missing);

    /// <summary>The hash of the value at the token, however it is written; null where it is the list of all articles or all provisions.</summary>
    internal abstract string? Content(int token);

    internal abstract Location Locate(int token, string? missing);

    internal abstract Excerpt Excerpt(int token, string? missing);
}
