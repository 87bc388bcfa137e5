using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;

namespace RuleEngine.Model;

/// <summary>An object of a document that was read. It never changes after reading, and knows its place.</summary>
public abstract class Node
{
    private protected Node(Document document, int token, Node? parent)
    {
        Document = document;
        Token = token;
        Parent = parent;
    }

    /// <summary>The whole object; for the root, its opening brace.</summary>
    public Place Place => new(this, Token, null);

    /// <summary>What the coder wants to say about this object. It decides nothing.</summary>
    public string? Note { get; internal set; }

    /// <summary>Where the whole object stands; worked out once, since several findings may be about it.</summary>
    internal Location Location => field ??= Document.Locate(Token, null);

    internal Document Document { get; }

    internal int Token { get; }

    internal Node? Parent { get; }

    /// <summary>A finding at the whole object.</summary>
    public Finding Report(FindingKind kind, string message) => Place.Report(kind, message);
}
