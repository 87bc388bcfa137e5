using Newtonsoft.Json.Linq;
using RuleEngine.Model;

namespace RuleEngine.Parsing.Shapes;

/// <summary>One property that objects of a shape may have.</summary>
/// <param name="name">Its name in the file.</param>
/// <param name="isRequired">Whether every object has it.</param>
/// <param name="meaning">What it means, for editors.</param>
/// <param name="value">What it may hold.</param>
internal abstract class Property(string name, bool isRequired, string meaning, Value value)
{
    public string Name => name;

    public bool IsRequired => isRequired;

    public string Meaning => meaning;

    /// <summary>Reads the value at the cursor into the node, as far as it is right.</summary>
    public abstract void Read(JsonCursor cursor, Node node);

    public JObject Schema(SchemaDefinitions definitions)
    {
        var schema = value.Schema(definitions);
        if (!schema.ContainsKey("$ref"))
            schema.AddFirst(new JProperty("description", Meaning));
        return schema;
    }

    /// <summary>What it may hold.</summary>
    public Value Value => value;

    public void AddNaming(Naming naming) => value.AddNaming(Name, naming);
}

/// <summary>A property of nodes of type <typeparamref name="T"/> with a value of type <typeparamref name="V"/>.</summary>
internal sealed class Property<T, V>(string name, bool isRequired, Value<V> value, Action<T, V> set, string meaning)
    : Property(name, isRequired, meaning, value) where T : Node
{
    public override void Read(JsonCursor cursor, Node node)
    {
        if (value.Read(cursor, node, out var read))
            set((T)node, read);
    }
}
