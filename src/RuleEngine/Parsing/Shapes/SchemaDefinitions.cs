using Newtonsoft.Json.Linq;

namespace RuleEngine.Parsing.Shapes;

/// <summary>The named parts of a JSON Schema, each written once.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JObject> _byName = new(StringComparer.Ordinal);

    /// <summary>A reference to the named part, which is made at the first call.</summary>
    public JObject Reference(string name, Func<JObject> make)
    {
        if (!_byName.ContainsKey(name))
        {
            _byName.Add(name, []);
            _byName[name] = make();
        }

        return new JObject { ["$ref"] = "#/definitions/" + name };
    }

    public JObject ToJson() => new(_byName.Select(part => new JProperty(part.Key, part.Value)));
}
