using Newtonsoft.Json.Linq;
using RuleEngine.Model;

namespace RuleEngine.Parsing.Shapes;

/// <summary>A property with a value of type <typeparamref name="V"/>.</summary>
internal sealed class ValueProperty<T, V>(string name, bool isRequired, Value<V> value, Action<T, V> set, string meaning)
    : Property<T>(name, isRequired, meaning) where T : Node
{
    public override void Read(JsonCursor cursor, T node)
    {
        if (value.Read(cursor, node, out var read))
            set(node, read);
    }

    public override JObject Schema(SchemaDefinitions definitions)
    {
        var schema = value.Schema(definitions);
        if (!schema.ContainsKey("$ref"))
            schema.AddFirst(new JProperty("description", Meaning));
        return schema;
    }

    public override void AddNaming(Naming naming) => value.AddNaming(Name, naming);
}
