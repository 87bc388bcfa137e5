using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Model.Places;

/// <summary>
/// A value of a document, or the absence of one. It is cheap to name; line, column, pointer and address are
/// worked out only when <see cref="Location"/> is asked for.
/// </summary>
public readonly record struct Place
{
    internal Place(Node node, int token, string? missing)
    {
        Node = node;
        Token = token;
        Missing = missing;
    }

    /// <summary>The node that the place belongs to.</summary>
    public Node Node { get; }

    /// <summary>False where the document does not say what would stand here.</summary>
    public bool IsStated => Missing is null;

    /// <summary>What reports call the document.</summary>
    public string Path => Node.Document.Path;

    /// <summary>Line, column, pointer and address.</summary>
    public Location Location => IsStated && Token == Node.Token ? Node.Location : Node.Document.Locate(Token, Missing);

    /// <summary>The hash of the value that stands here, however it is written: 16 hexadecimal digits; null for what is absent, for the whole and for a list of clauses.</summary>
    public string? Content => IsStated && Token > 0 ? Node.Document.Content(Token) : null;

    internal int Token { get; }

    /// <summary>The name of the absent property, or <c>-</c> for an absent member of a list; null where the place is stated.</summary>
    internal string? Missing { get; }

    /// <summary>The place of an entry of the list that stands here, from 0; the list itself where it has no such entry.</summary>
    public Place Item(int index)
    {
        var item = IsStated ? Node.Document.Item(Token, index) : -1;
        return item < 0 ? this : new Place(Node, item, null);
    }

    /// <summary>An address as messages say it; the root has an empty one.</summary>
    public static string InWords(string address) => address == "" ? "the whole" : address;

    /// <summary>Where one more entry of the list would stand; where the list is absent, the list's own place.</summary>
    public Place NewItem => IsStated ? new Place(Node, Token, "-") : this;

    /// <summary>The place of a property of the object that stands here, or of its absence.</summary>
    public Place Member(string property)
    {
        if (!IsStated)
            return this;
        var (token, missing) = Node.Document.Property(Token, property);
        return new Place(Node, token, missing);
    }

    /// <summary>A fault at this place.</summary>
    internal Fault Fault(FaultKind kind, string message) =>
        new(kind, Node.Document.Path, message, Location) { Excerpt = Node.Document.Excerpt(Token, Missing) };

    /// <summary>Where it stands, by names; empty for the whole. It says nothing of the file or its layout.</summary>
    public override string ToString() => Node.Document.Address(Token, Missing);

    /// <summary>A finding at this place.</summary>
    public Finding Report(FindingKind kind, string message) => new(kind, this, message);
}
