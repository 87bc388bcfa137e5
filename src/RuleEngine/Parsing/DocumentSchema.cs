using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using RuleEngine.Parsing.Shapes;

namespace RuleEngine.Parsing;

/// <summary>The JSON Schemas (draft-07) of the documents that people write, each made from the format that the reader follows.</summary>
public static class DocumentSchema
{
    /// <summary>The schema of a proposal, indented, its last line ended.</summary>
    public static string OfProposal() => Text("A proposed cooperation arrangement", ProposalFormat.Arrangement);

    /// <summary>The schema of <c>ruleengine.json</c>, indented, its last line ended.</summary>
    public static string OfConfiguration() => Text("The configuration of ruleengine", ConfigurationFormat.Configuration);

    private static string Text(string title, Shape shape)
    {
        var definitions = new SchemaDefinitions();
        var schema = new JObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        schema.Merge(shape.Schema(definitions));
        schema["definitions"] = definitions.ToJson();
        return schema.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }
}
