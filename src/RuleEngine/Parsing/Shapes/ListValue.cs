using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>
/// A list, perhaps one that may not be empty. Where a member is wrong, a list of objects keeps the others, which know their places;
/// a list of texts is left out whole.
/// </summary>
internal sealed class ListValue<V>(Value<V> item, bool mayBeEmpty) : Value<Members<V>>
{
    public override bool Read(JsonCursor cursor, Node parent, out Members<V> value)
    {
        value = null!;
        if (!Expect(cursor, TokenKind.List, "a list"))
            return false;
        var list = cursor.At;
        var items = new V[cursor.Text.CountItems(list)];
        var count = 0;
        var isRight = true;
        while (cursor.Read() && cursor.Kind != TokenKind.EndList)
        {
            if (!cursor.IsSpoilt && item.Read(cursor, parent, out var read))
                items[count++] = read;
            else
                isRight = false;
        }

        if (!mayBeEmpty && isRight && count == 0 && cursor.Text.Map.IsClosed(list))
        {
            cursor.Report(InputFaults.EmptyList, list, null, "This list is empty. Leave it out where there is nothing to name.");
            return false;
        }

        value = new Members<V>(count == items.Length ? items : items[..count]);
        return isRight || typeof(Node).IsAssignableFrom(typeof(V));
    }

    public override bool HoldsObjects => typeof(Node).IsAssignableFrom(typeof(V));

    public override bool Decides => item.Decides;

    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) =>
        (mayBeEmpty ? ["[]"] : Array.Empty<string>()).Concat(item.Samples(names, isPlain).Select(sample => $"[{sample}]"));

    public override void AddChanges(int token, ChangeList changes)
    {
        foreach (var member in changes.Items(token))
        {
            changes.Remove(member);
            item.AddChanges(member, changes);
        }

        // Members that only their kind names are the same wherever they stand: one list stands for all.
        if (item.NamedBy is not ["kind"] || changes.IsFirst(item))
            changes.AddItem(token, item.Samples(changes.Names, isPlain: false));
    }

    public override JObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (!mayBeEmpty)
            schema["minItems"] = 1;
        return schema;
    }

    public override void AddNaming(string property, Naming naming)
    {
        if (item.NamedBy is { } properties)
            naming.Add(property, properties);
        item.AddNaming(property, naming);
    }
}
