using Newtonsoft.Json.Linq;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing.Shapes;

/// <summary>
/// What objects of one kind may hold, said once: the reader follows it, the JSON Schema prints it, addresses take their names from it.
/// </summary>
internal sealed class Shape
{
    private readonly Func<Document, int, Node?, Node> _make;
    private readonly Property[] _properties;
    private readonly string[] _names;
    private WordTable? _table;
    private readonly Demand[] _demands;
    private readonly ulong _required;

    public Shape(string name, string[]? namedBy, Func<Document, int, Node?, Node> make, Property[] properties, params Demand[] demands)
    {
        Name = name;
        NamedBy = namedBy;
        _make = make;
        _properties = [.. properties, new Property<Node, string>("note", false, TextValue.Free, (node, note) => node.Note = note, "What the coder wants to say. It decides nothing.")];
        _names = Array.ConvertAll(_properties, property => property.Name);
        _demands = demands;
        for (var index = 0; index < _properties.Length; index++)
            _required |= _properties[index].IsRequired ? 1UL << index : 0;
    }

    public string Name { get; }

    public string[]? NamedBy { get; }

    /// <summary>Whether what such an object holds can decide anything.</summary>
    public bool Decides { get; init; } = true;

    public IReadOnlyList<string> PropertyNames => _names;

    /// <summary>Reads the object at the cursor and leaves the cursor on its last token. What is wrong is reported and left out.</summary>
    public Node Read(JsonCursor cursor, Node? parent)
    {
        var start = cursor.At;
        var node = _make(cursor.Text, start, parent);
        var stated = 0UL;
        while (cursor.Read() && cursor.Kind == TokenKind.Name)
        {
            var index = cursor.IsSpoilt ? -1 : Index(cursor, stated);
            if (!cursor.Read())
                break;
            if (index >= 0)
                stated |= 1UL << index;
            if (index < 0 || cursor.IsSpoilt)
                cursor.Skip();
            else
                _properties[index].Read(cursor, node);
        }

        if (cursor.Text.Map.IsClosed(start))
            CheckWhole(cursor, node, stated);
        return node;
    }

    public JObject Schema(SchemaDefinitions definitions)
    {
        var properties = new JObject();
        foreach (var property in _properties)
            properties[property.Name] = property.Schema(definitions);
        var schema = new JObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (_properties.Any(property => property.IsRequired))
            schema["required"] = new JArray(_properties.Where(property => property.IsRequired).Select(property => property.Name));
        if (_demands.Length > 0)
            schema["allOf"] = new JArray(_demands.Select(demand => JObject.Parse(demand.Schema())));
        return schema;
    }

    /// <summary>Adds the small changes of the object at the token.</summary>
    public void AddChanges(int token, ChangeList changes)
    {
        foreach (var property in _properties.Where(property => property.Value.Decides))
            changes.Property(token, property.Name, property.IsRequired, property.Value);
    }

    /// <summary>
    /// Objects of this shape, as JSON: what each must have, and then one or, where nothing is required, two more of its properties. Some of
    /// them may break a demand.
    /// </summary>
    public IEnumerable<string> Samples(KnownNames names, bool isPlain)
    {
        var required = _properties.Where(property => property.IsRequired).ToList();
        var optional = _properties.Where(property => !property.IsRequired && property.Value.Decides).ToList();
        var plain = Product(required, names).ToList();
        var one = optional.SelectMany(property => Product([property], names)).ToList();
        if (required.Count > 0)
            return isPlain ? Texts(plain) : Texts(plain.Concat(plain.SelectMany(must => one.Select(more => must + ", " + more))));
        var two = optional.SelectMany((property, index) => optional.Skip(index + 1).SelectMany(other => Product([property, other], names)));
        return Texts(isPlain ? one : one.Concat(two));

        static IEnumerable<string> Texts(IEnumerable<string> members) => members.Select(each => $"{{ {each} }}");
    }

    private static IEnumerable<string> Product(IReadOnlyList<Property> properties, KnownNames names) => properties.Aggregate(
        (IEnumerable<string>)[""],
        (before, property) => before.SelectMany(members => property.Value.Samples(names, isPlain: true).Select(sample => $"{members}{(members == "" ? "" : ", ")}\"{property.Name}\": {sample}")));

    public void AddNaming(Naming naming)
    {
        foreach (var property in _properties)
            property.AddNaming(naming);
    }

    /// <summary>Which property the name at the cursor is; -1, reported, for one that is unknown or stated already.</summary>
    private int Index(JsonCursor cursor, ulong stated)
    {
        var index = cursor.IndexOf(_table ??= new WordTable(_names));
        if (index < 0)
            cursor.Report(InputFaults.UnknownProperty, $"\"{Spelling.Cut(cursor.Value)}\" is not known here. {Spelling.Suggestion(cursor.Value, _names)}");
        else if ((stated & (1UL << index)) != 0)
            cursor.Report(InputFaults.DuplicateName, $"\"{cursor.Value}\" stands here twice.");
        else
            return index;
        return -1;
    }

    private void CheckWhole(JsonCursor cursor, Node node, ulong stated)
    {
        for (var index = 0; index < _properties.Length && (stated & _required) != _required; index++)
        {
            if (_properties[index].IsRequired && (stated & (1UL << index)) == 0)
                cursor.Report(InputFaults.MissingProperty, node.Token, _names[index], $"\"{_names[index]}\" is missing. {_properties[index].Meaning}");
        }

        foreach (var demand in _demands)
        {
            if (demand.IsBroken(node, new Stated(_names, stated)))
                cursor.Report(demand.Fault, node.Token, demand.Missing, demand.Message(node));
        }
    }
}
