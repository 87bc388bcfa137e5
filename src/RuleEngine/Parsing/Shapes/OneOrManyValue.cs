using Newtonsoft.Json.Linq;
using RuleEngine.Model;

namespace RuleEngine.Parsing.Shapes;

/// <summary>A value, or a list of one or more such values.</summary>
internal sealed class OneOrManyValue<V>(Value<V> item) : Value<Members<V>>
{
    private readonly ListValue<V> _list = new(item, mayBeEmpty: false);

    public override bool Read(JsonCursor cursor, Node parent, out Members<V> value)
    {
        if (cursor.Kind == TokenKind.List)
            return _list.Read(cursor, parent, out value);
        var isRight = item.Read(cursor, parent, out var one);
        value = isRight ? new Members<V>([one]) : Members<V>.None;
        return isRight;
    }

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JArray(item.Schema(definitions), _list.Schema(definitions)) };
}
