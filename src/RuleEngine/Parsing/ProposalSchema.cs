using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RuleEngine.Parsing.Shapes;

namespace RuleEngine.Parsing;

/// <summary>The JSON Schema (draft-07) of the proposal format, made from the format itself.</summary>
public static class ProposalSchema
{
    /// <summary>The schema, indented, its last line ended.</summary>
    public static string Text()
    {
        var definitions = new SchemaDefinitions();
        var schema = new JObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A proposed cooperation arrangement",
        };
        schema.Merge(ProposalFormat.Arrangement.Schema(definitions));
        schema["definitions"] = definitions.ToJson();
        return schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }
}
