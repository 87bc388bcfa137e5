using System.Text;

namespace RuleEngine.Parsing;

/// <summary>
/// JSON Pointers and addresses of tokens. An address is the pointer in which a list's member stands by its name,
/// <c>/articles[V]/provisions[defense#2]</c>, so that it stays what it is when something is inserted above.
/// </summary>
internal sealed class Addresses(JsonText text, Naming naming)
{
    private readonly TokenMap _map = text.Map;
    private readonly Dictionary<int, Members> _lists = [];

    public (string Pointer, string Address) Of(int token, string? missing)
    {
        var pointer = new StringBuilder();
        var address = new StringBuilder();
        if (token >= 0)
            Append(token, pointer, address);
        if (missing is not null)
        {
            pointer.Append('/').Append(Escaped(missing));
            address.Append('/').Append(Escaped(missing));
        }

        return (pointer.ToString(), address.ToString());
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

    private void Append(int token, StringBuilder pointer, StringBuilder address)
    {
        var parent = _map[token].Parent;
        if (_map[token].Kind is TokenKind.EndObject or TokenKind.EndList)
        {
            Append(parent, pointer, address);
            return;
        }

        if (parent < 0)
            return;
        Append(parent, pointer, address);
        if (_map[parent].Kind == TokenKind.Object)
        {
            var name = _map[token].Kind == TokenKind.Name ? token : token - 1;
            var segment = Escaped(text.TextOf(name));
            pointer.Append('/').Append(segment);
            address.Append('/').Append(segment);
            return;
        }

        var members = MembersOf(parent);
        var index = Sorted.Find(members.Tokens, token);
        pointer.Append('/').Append(index);
        if ((members.Names ??= NamesOf(parent, members.Tokens))[index] is { } itsName)
            address.Append('[').Append(itsName).Append(']');
        else
            address.Append('/').Append(index);
    }

    private string?[] NamesOf(int list, int[] items)
    {
        var names = new string?[items.Length];
        var isProperty = list > 0 && _map[list - 1].Kind == TokenKind.Name && _map[list - 1].Parent == _map[list].Parent;
        if (isProperty && naming.Of(text.TextOf(list - 1)) is { } properties)
        {
            var seen = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var index = 0; index < items.Length; index++)
            {
                if (NameOf(items[index], properties) is not { } name)
                    continue;
                seen.TryGetValue(name, out var before);
                seen[name] = before + 1;
                names[index] = before == 0 ? name : $"{name}#{before + 1}";
            }
        }

        return names;
    }

    private string? NameOf(int item, string[] properties)
    {
        var parts = new string[properties.Length];
        for (var at = 0; at < properties.Length; at++)
        {
            var (value, missing) = text.Property(item, properties[at]);
            if (missing is not null || _map[value].Kind != TokenKind.Text || _map[value].IsSpoilt)
                return null;
            parts[at] = text.TextOf(value);
        }

        return Bracketed(string.Join(' ', parts));
    }

    /// <summary>RFC 6901, section 3.</summary>
    private static string Escaped(string segment) =>
        segment.AsSpan().IndexOfAny('~', '/') < 0 ? segment : segment.Replace("~", "~0").Replace("/", "~1");

    private static string Bracketed(string name) => name.AsSpan().IndexOfAny("~/[]#") < 0
        ? name
        : name.Replace("~", "~0").Replace("/", "~1").Replace("[", "~2").Replace("]", "~3").Replace("#", "~4");

    /// <summary>A list's members.</summary>
    private sealed class Members(int[] tokens)
    {
        public int[] Tokens => tokens;

        /// <summary>Their names, null for one that has none; null until they are asked for.</summary>
        public string?[]? Names { get; set; }
    }
}
