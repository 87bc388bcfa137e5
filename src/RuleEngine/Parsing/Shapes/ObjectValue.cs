using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>An object of a shape.</summary>
internal sealed class ObjectValue<T>(Shape shape) : Value<T> where T : Node
{
    public override bool Read(JsonCursor cursor, Node parent, out T value)
    {
        value = null!;
        if (!Expect(cursor, TokenKind.Object, "an object"))
            return false;
        value = (T)shape.Read(cursor, parent);
        return true;
    }

    public override bool Decides => shape.Decides;

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) => shape.Samples(names, isPlain);

    public override void AddChanges(int token, ChangeList changes) => shape.AddChanges(token, changes);

    public override JObject Schema(SchemaDefinitions definitions) => definitions.Reference(shape.Name, () => shape.Schema(definitions));

    public override string[]? NamedBy => shape.NamedBy;

    public override void AddNaming(string property, Naming naming) => shape.AddNaming(naming);
}
