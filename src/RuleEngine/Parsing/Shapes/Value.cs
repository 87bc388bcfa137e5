using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>What a property may hold, whatever its type: how the JSON Schema says it.</summary>
internal abstract class Value
{
    public abstract JObject Schema(SchemaDefinitions definitions);

    /// <summary>Which properties name the value where it stands in a list; null where it has no name.</summary>
    public virtual string[]? NamedBy => null;

    /// <summary>Whether what stands here can decide anything; remarks and free texts cannot.</summary>
    public virtual bool Decides => true;

    /// <summary>Whether it holds clauses, or other objects: to leave several of them out at once is no small change.</summary>
    public virtual bool HoldsObjects => false;

    /// <summary>Values that could stand here, as JSON, the plainest first; none where any would have to be invented.</summary>
    /// <param name="names">The names that references may take.</param>
    /// <param name="isPlain">Whether objects have only what they must have.</param>
    public virtual IEnumerable<string> Samples(KnownNames names, bool isPlain) => [];

    /// <summary>Adds the small changes of the value at the token.</summary>
    public virtual void AddChanges(int token, ChangeList changes)
    {
    }

    /// <summary>Lets every list in the value tell how its members are named.</summary>
    public virtual void AddNaming(string property, Naming naming)
    {
    }

    /// <summary>Whether the token is of this kind; reports it and passes over the value where not.</summary>
    protected static bool Expect(JsonCursor cursor, TokenKind kind, string what)
    {
        if (cursor.Kind == kind)
            return true;
        if (cursor.Kind == TokenKind.Null)
            cursor.Report(InputFaults.Null, $"Expected {what}, found null. Leave out what is not stated.");
        else
            cursor.Report(kind == TokenKind.Object ? InputFaults.NotAnObject : InputFaults.WrongType, $"Expected {what}, found {Found(cursor.Kind)}.");
        cursor.Skip();
        return false;
    }

    private static string Found(TokenKind kind) => kind switch
    {
        TokenKind.Object => "an object",
        TokenKind.List => "a list",
        TokenKind.Text => "text",
        TokenKind.Number => "a number",
        TokenKind.Null => "null",
        _ => "true or false",
    };
}

/// <summary>What a property of one type may hold: how it is read.</summary>
internal abstract class Value<V> : Value
{
    /// <summary>
    /// Reads the value at the cursor and leaves the cursor on its last token; false where it is not of this shape, which is then reported.
    /// </summary>
    public abstract bool Read(JsonCursor cursor, Node parent, out V value);
}
