using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>An object whose property names are the file's own, such as party ids.</summary>
internal sealed class MapValue<V>(Value<V> item) : Value<IReadOnlyList<KeyValuePair<string, V>>>
{
    public override bool Read(JsonCursor cursor, Node parent, out IReadOnlyList<KeyValuePair<string, V>> value)
    {
        value = [];
        if (!Expect(cursor, TokenKind.Object, "an object"))
            return false;
        var entries = new List<KeyValuePair<string, V>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (cursor.Read() && cursor.Kind == TokenKind.Name)
        {
            var name = cursor.Value;
            var isNew = cursor.IsSpoilt || seen.Add(name);
            if (!isNew)
                cursor.Report(InputFaults.DuplicateName, $"\"{Spelling.Cut(name)}\" stands here twice.");
            var isNameRight = isNew && !cursor.IsSpoilt;
            if (!cursor.Read())
                break;
            if (!isNameRight || cursor.IsSpoilt)
                cursor.Skip();
            else if (item.Read(cursor, parent, out var read))
                entries.Add(new(name, read));
        }

        value = Array.AsReadOnly(entries.ToArray());
        return true;
    }

    /// <summary>The names are those of the parties, and all are told the same.</summary>
    public override IEnumerable<string> Samples(KnownNames names, bool isPlain) => item.Samples(names, isPlain: true)
        .Select(sample => $"{{ {string.Join(", ", names.Of("parties").Select(party => $"{party}: {sample}"))} }}");

    public override void AddChanges(int token, ChangeList changes)
    {
        foreach (var party in changes.Names.Of("parties"))
            changes.Property(token, party[1..^1], isRequired: false, item);
    }

    public override JObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = item.Schema(definitions) };
}
