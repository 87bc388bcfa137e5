using Newtonsoft.Json.Linq;
using RuleEngine.Model;

namespace RuleEngine.Parsing.Shapes;

/// <summary>Any text, also none, of which only the token is kept: long wordings are read when somebody asks.</summary>
internal sealed class UnreadText : Value<int>
{
    public static readonly UnreadText Any = new();

    private UnreadText()
    {
    }

    public override bool Decides => false;

    public override bool Read(JsonCursor cursor, Node parent, out int value)
    {
        value = cursor.At;
        return Expect(cursor, TokenKind.Text, "text");
    }

    public override JObject Schema(SchemaDefinitions definitions) => TextValue.Free.Schema(definitions);
}
