using RuleEngine.Parsing.Shapes;

namespace RuleEngine.Parsing.Patching;

/// <summary>
/// The small changes of one proposal, gathered along its format: an optional property or a member of a list is removed, a word, a flag or a
/// reference is another, an absent property is stated, a list has one member more.
/// </summary>
internal sealed class ChangeList(JsonText text, KnownNames names)
{
    private readonly List<PatchOperation> _changes = [];
    private readonly HashSet<Value> _met = [];

    public KnownNames Names => names;

    public IReadOnlyList<PatchOperation> Changes => _changes;

    /// <summary>Whether nothing was asked about this kind of member before.</summary>
    public bool IsFirst(Value item) => _met.Add(item);

    public double NumberAt(int token) => text.NumberOf(token);

    /// <summary>The members of the list at the token.</summary>
    public List<int> Items(int list)
    {
        var items = new List<int>();
        for (var item = list + 1; text.Map[item].Kind != TokenKind.EndList; item = text.Map[item].Next)
            items.Add(item);
        return items;
    }

    /// <summary>The changes of one property of the object at the token: that it is stated; or that it is not, and those of its value.</summary>
    public void Property(int token, string name, bool isRequired, Value value)
    {
        var (at, missing) = text.Property(token, name);
        if (missing is not null)
        {
            var pointer = text.Pointer(token, name);
            _changes.AddRange(value.Samples(names, isPlain: false).Select(sample => new PatchOperation(PatchKind.Add, pointer, sample)));
            return;
        }

        if (!isRequired && !(value.HoldsObjects && text.CountItems(at) > 1))
            Remove(at);
        value.AddChanges(at, this);
    }

    public void Remove(int token) => _changes.Add(new PatchOperation(PatchKind.Remove, text.Pointer(token, null), null));

    public void AddItem(int list, IEnumerable<string> samples)
    {
        var pointer = text.Pointer(list, "-");
        _changes.AddRange(samples.Select(sample => new PatchOperation(PatchKind.Add, pointer, sample)));
    }

    /// <summary>Each of the values that does not stand there already.</summary>
    public void ReplaceBy(int token, IEnumerable<string> values)
    {
        var pointer = text.Pointer(token, null);
        var written = text.Written(token);
        _changes.AddRange(values.Where(value => value != written).Select(value => new PatchOperation(PatchKind.Replace, pointer, value)));
    }
}
