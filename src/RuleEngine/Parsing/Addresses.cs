using System.Globalization;

namespace RuleEngine.Parsing;

/// <summary>
/// JSON Pointers and addresses of tokens. An address is the pointer in which a list's member stands by its name,
/// <c>/articles[V]/provisions[defense#2]</c>, so that it stays what it is when something is inserted above.
/// </summary>
internal sealed class Addresses(JsonText text, Naming naming)
{
    /// <summary>So many are compared one by one before a table of them pays.</summary>
    private const int FewMembers = 32;

    private readonly TokenMap _map = text.Map;
    private readonly Dictionary<int, Members> _lists = [];

    /// <summary>What the objects and lists are called that were asked for, so that each is named once.</summary>
    private readonly Dictionary<int, Name> _names = [];

    public (string Pointer, string Address) Of(int token, string? missing)
    {
        var name = token < 0 ? Name.Root : NameOf(token);
        if (missing is null)
            return (name.Pointer, name.Address);
        var segment = Segment(missing);
        return (name.Pointer + segment, name.Address + segment);
    }

    /// <summary>The list's members, as tokens.</summary>
    public int[] Items(int list) => MembersOf(list).Tokens;

    private Members MembersOf(int list)
    {
        if (_lists.TryGetValue(list, out var known))
            return known;
        var tokens = new int[text.CountItems(list)];
        var item = list + 1;
        for (var index = 0; index < tokens.Length; index++, item = _map[item].Next)
            tokens[index] = item;
        return _lists[list] = new Members(tokens);
    }

    private Name NameOf(int token)
    {
        var parent = _map[token].Parent;
        if (_map[token].Kind is TokenKind.EndObject or TokenKind.EndList)
            return NameOf(parent);
        if (parent < 0)
            return Name.Root;
        if (_names.TryGetValue(token, out var known))
            return known;
        return _names[token] = NameIn(parent, token);
    }

    private Name NameIn(int parent, int token)
    {
        var outer = NameOf(parent);
        if (_map[parent].Kind == TokenKind.Object)
        {
            var segment = Segment(text.TextOf(_map[token].Kind == TokenKind.Name ? token : token - 1));
            return new Name(outer.Pointer + segment, outer.Address + segment);
        }

        var members = MembersOf(parent);
        var index = Sorted.Find(members.Tokens, token);
        var digits = index.ToString(CultureInfo.InvariantCulture);
        return new Name(
            string.Concat(outer.Pointer, "/", digits),
            (members.Names ??= NamesOf(parent, members.Tokens))[index] is { } itsName ? string.Concat(outer.Address, "[", itsName, "]") : string.Concat(outer.Address, "/", digits));
    }

    private string?[] NamesOf(int list, int[] items)
    {
        var names = new string?[items.Length];
        var isProperty = list > 0 && _map[list - 1].Kind == TokenKind.Name && _map[list - 1].Parent == _map[list].Parent;
        if (isProperty && naming.Of(text.TextOf(list - 1)) is { } properties)
        {
            var seen = items.Length > FewMembers ? new Dictionary<string, int>(StringComparer.Ordinal) : null;
            var plain = new string?[items.Length];
            for (var index = 0; index < items.Length; index++)
            {
                if (OwnName(items[index], properties) is not { } name)
                    continue;
                var before = seen?.GetValueOrDefault(name) ?? Count(plain, index, name);
                seen?[name] = before + 1;
                plain[index] = name;
                names[index] = before == 0 ? name : $"{name}#{before + 1}";
            }
        }

        return names;
    }

    /// <summary>How often the name stands before the index.</summary>
    private static int Count(string?[] names, int index, string name)
    {
        var count = 0;
        for (var at = 0; at < index; at++)
            count += names[at] == name ? 1 : 0;
        return count;
    }

    private string? OwnName(int item, string[] properties)
    {
        var parts = new string[properties.Length];
        for (var at = 0; at < properties.Length; at++)
        {
            var (value, missing) = text.Property(item, properties[at]);
            if (missing is not null || _map[value].Kind != TokenKind.Text || _map[value].IsSpoilt)
                return null;
            parts[at] = text.TextOf(value);
        }

        return Bracketed(parts.Length == 1 ? parts[0] : string.Join(' ', parts));
    }

    /// <summary>RFC 6901, section 3.</summary>
    private static string Segment(string name) =>
        "/" + (name.AsSpan().IndexOfAny('~', '/') < 0 ? name : name.Replace("~", "~0").Replace("/", "~1"));

    private static string Bracketed(string name) => name.AsSpan().IndexOfAny("~/[]#") < 0
        ? name
        : name.Replace("~", "~0").Replace("/", "~1").Replace("[", "~2").Replace("]", "~3").Replace("#", "~4");

    /// <summary>What a token is called.</summary>
    private sealed class Name(string pointer, string address)
    {
        public static readonly Name Root = new("", "");

        public string Pointer => pointer;

        public string Address => address;
    }

    /// <summary>A list's members.</summary>
    private sealed class Members(int[] tokens)
    {
        public int[] Tokens => tokens;

        /// <summary>Their names, null for one that has none; null until they are asked for.</summary>
        public string?[]? Names { get; set; }
    }
}
