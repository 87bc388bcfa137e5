using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>True or false; or, where saying no would say nothing, only true.</summary>
internal sealed class FlagValue : Value<bool>
{
    public static readonly FlagValue Either = new(false);
    public static readonly FlagValue OnlyTrue = new(true);

    private readonly bool _onlyTrue;

    private FlagValue(bool onlyTrue) => _onlyTrue = onlyTrue;

    public override bool Read(JsonCursor cursor, Node parent, out bool value)
    {
        value = cursor.Kind == TokenKind.True;
        if (!value && !Expect(cursor, TokenKind.False, _onlyTrue ? "true" : "true or false"))
            return false;
        if (value || !_onlyTrue)
            return true;
        cursor.Report(InputFaults.NotTrue, "This is true or left out.");
        return false;
    }

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) => _onlyTrue ? ["true"] : ["true", "false"];

    public override void AddChanges(int token, ChangeList changes) => changes.ReplaceBy(token, Samples(changes.Names, isPlain: true));

    public override JObject Schema(SchemaDefinitions definitions) =>
        _onlyTrue ? new JObject { ["enum"] = new JArray(true) } : new JObject { ["type"] = "boolean" };
}
