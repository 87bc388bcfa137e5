namespace RuleEngine.Parsing;

/// <summary>Which lists of a format have members with names, and which of their properties, joined by a space, is the name.</summary>
internal sealed class Naming
{
    private readonly Dictionary<string, string[]> _propertiesByList = new(StringComparer.Ordinal);

    /// <summary>Members of lists with this property name are called by these properties of theirs.</summary>
    public void Add(string list, string[] properties) => _propertiesByList.TryAdd(list, properties);

    /// <summary>The properties that name a member of the list; null where members have no names.</summary>
    public string[]? Of(string list) => _propertiesByList.GetValueOrDefault(list);
}
