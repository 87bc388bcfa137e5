using System.Runtime.CompilerServices;
using System.Text;

namespace RuleEngine.Parsing;

/// <summary>
/// JSON Pointers and addresses of tokens, as UTF-8. An address is the pointer in which a list's member stands by its name,
/// <c>/articles[V]/provisions[defense#2]</c>, so that it stays what it is when something is inserted above.
/// </summary>
internal sealed class Addresses(JsonText text, Naming naming)
{
    /// <summary>So many are compared one by one before a table of them pays.</summary>
    private const int FewMembers = 32;

    private readonly TokenMap _map = text.Map;
    private readonly Dictionary<int, Members> _lists = [];

    /// <summary>The pointer and the address of a token, or of what is missing there: one after the other, and how long the pointer is.</summary>
    public (byte[] Names, int PointerLength) Of(int token, string? missing)
    {
        var pointer = new Utf8Builder(stackalloc byte[96]);
        var address = new Utf8Builder(stackalloc byte[192]);
        Append(token, missing, ref pointer, ref address);
        var names = new byte[pointer.Length + address.Length];
        pointer.Written.CopyTo(names);
        address.Written.CopyTo(names.AsSpan(pointer.Length));
        return (names, pointer.Length);
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

    private void Append(int token, string? missing, ref Utf8Builder pointer, ref Utf8Builder address)
    {
        if (token >= 0)
            Append(token, ref pointer, ref address);
        if (missing is null)
            return;
        var segment = Segment(missing);
        pointer.Append(segment);
        address.Append(segment);
    }

    private void Append(int token, ref Utf8Builder pointer, ref Utf8Builder address)
    {
        var parent = _map[token].Parent;
        if (_map[token].Kind is TokenKind.EndObject or TokenKind.EndList)
        {
            Append(parent, ref pointer, ref address);
            return;
        }

        if (parent < 0)
            return;
        if (_map[parent].Kind == TokenKind.Object)
        {
            Append(parent, ref pointer, ref address);
            AppendProperty(_map[token].Kind == TokenKind.Name ? token : token - 1, ref pointer, ref address);
        }
        else
        {
            var list = MembersOf(parent);
            if (list.PointerLength < 0)
                (list.OwnNames, list.PointerLength) = Of(parent, null);
            pointer.Append(list.OwnNames.AsSpan(0, list.PointerLength));
            address.Append(list.OwnNames.AsSpan(list.PointerLength));
            AppendMember(list, parent, token, ref pointer, ref address);
        }
    }

    private void AppendProperty(int name, ref Utf8Builder pointer, ref Utf8Builder address)
    {
        var written = text.WrittenAt(name);
        if (_map[name].HasEscapes || written.IndexOfAny((byte)'~', (byte)'/') >= 0)
        {
            var segment = Segment(text.TextOf(name));
            pointer.Append(segment);
            address.Append(segment);
            return;
        }

        pointer.Append((byte)'/');
        pointer.Append(written);
        address.Append((byte)'/');
        address.Append(written);
    }

    private void AppendMember(Members members, int list, int token, ref Utf8Builder pointer, ref Utf8Builder address)
    {
        var index = Sorted.Find(members.Tokens, token);
        pointer.Append((byte)'/');
        pointer.Append(index);
        if ((members.Names ??= NamesOf(list, members.Tokens))[index] is { } itsName)
        {
            address.Append((byte)'[');
            address.Append(itsName);
            address.Append((byte)']');
            return;
        }

        address.Append((byte)'/');
        address.Append(index);
    }

    private byte[]?[] NamesOf(int list, int[] items)
    {
        var names = new byte[]?[items.Length];
        var isProperty = list > 0 && _map[list - 1].Kind == TokenKind.Name && _map[list - 1].Parent == _map[list].Parent;
        if (!isProperty || naming.Of(text.TextOf(list - 1)) is not { } properties)
            return names;
        var seen = items.Length > FewMembers ? NoneSeen() : null;
        var plain = new byte[]?[items.Length];
        for (var index = 0; index < items.Length; index++)
        {
            if (OwnName(items[index], properties) is not { } name)
                continue;
            var before = seen is null ? Count(plain, index, name) : CountOn(seen, Encoding.UTF8.GetString(name));
            plain[index] = name;
            names[index] = before == 0 ? name : [.. name, .. Encoding.UTF8.GetBytes($"#{before + 1}")];
        }

        return names;
    }

    /// <summary>How often the name stands before the index.</summary>
    private static int Count(byte[]?[] names, int index, byte[] name)
    {
        var count = 0;
        for (var at = 0; at < index; at++)
            count += names[at].AsSpan().SequenceEqual(name) ? 1 : 0;
        return count;
    }

    /// <summary>By itself, so that few names need no table.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Dictionary<string, int> NoneSeen() => new(StringComparer.Ordinal);

    private static int CountOn(Dictionary<string, int> seen, string name)
    {
        seen.TryGetValue(name, out var before);
        seen[name] = before + 1;
        return before;
    }

    private byte[]? OwnName(int item, string[] properties)
    {
        if (properties is [var only])
            return Value(item, only) is var token and >= 0 ? Bracketed(token) : null;
        var parts = new string[properties.Length];
        for (var at = 0; at < properties.Length; at++)
        {
            if (Value(item, properties[at]) is var value and >= 0)
                parts[at] = text.TextOf(value);
            else
                return null;
        }

        return Bracketed(string.Join(' ', parts));
    }

    /// <summary>The token of the property's text; -1 where it has none.</summary>
    private int Value(int item, string property)
    {
        var (value, missing) = text.Property(item, property);
        return missing is null && _map[value].Kind == TokenKind.Text && !_map[value].IsSpoilt ? value : -1;
    }

    /// <summary>RFC 6901, section 3.</summary>
    private static byte[] Segment(string name) => Encoding.UTF8.GetBytes("/" + name.Replace("~", "~0").Replace("/", "~1"));

    private byte[] Bracketed(int value)
    {
        var written = text.WrittenAt(value);
        return _map[value].HasEscapes || HasSpecial(written) ? Bracketed(text.TextOf(value)) : written.ToArray();
    }

    /// <summary>Whether there is something that an address has a sense of its own for. One by one: the names are short, and the framework's search is not compiled beforehand.</summary>
    private static bool HasSpecial(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (letter is (byte)'~' or (byte)'/' or (byte)'[' or (byte)']' or (byte)'#')
                return true;
        }

        return false;
    }

    private static byte[] Bracketed(string name) =>
        Encoding.UTF8.GetBytes(name.Replace("~", "~0").Replace("/", "~1").Replace("[", "~2").Replace("]", "~3").Replace("#", "~4"));

    /// <summary>A list's members.</summary>
    private sealed class Members(int[] tokens)
    {
        public int[] Tokens => tokens;

        /// <summary>The pointer and the address of the list itself, one after the other; null until they are asked for.</summary>
        public byte[]? OwnNames { get; set; }

        /// <summary>How long the list's pointer is; -1 until it is asked for.</summary>
        public int PointerLength { get; set; } = -1;

        /// <summary>Their names, null for one that has none; null until they are asked for.</summary>
        public byte[]?[]? Names { get; set; }
    }
}
