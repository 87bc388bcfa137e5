using System.Text;
using RuleEngine.Model.Places;

namespace RuleEngine.Parsing.Patching;

/// <summary>Applies operations to a JSON text. All but what they change stays as it is written.</summary>
internal static class JsonPatch
{
    /// <summary>The bytes of the changed text.</summary>
    /// <exception cref="ArgumentException">The text has no such place.</exception>
    public static byte[] Apply(JsonText text, PatchOperation operation)
    {
        var (parent, name) = Place(text, operation);
        var (start, end, written) = operation.Kind == PatchKind.Add ? Addition(text, parent, name, operation.Value!) : Change(text, Child(text, parent, name), operation);
        return [.. text.Bytes.AsSpan(0, start), .. Encoding.UTF8.GetBytes(written), .. text.Bytes.AsSpan(end)];
    }

    /// <summary>Where the operation is.</summary>
    /// <exception cref="ArgumentException">The text has no such place.</exception>
    public static Location PlaceOf(JsonText text, PatchOperation operation)
    {
        var (parent, name) = Place(text, operation);
        return operation.Kind == PatchKind.Add ? text.Locate(parent, name) : text.Locate(Child(text, parent, name), null);
    }

    /// <summary>The object or list that the operation is in, and its name there.</summary>
    private static (int Parent, string Name) Place(JsonText text, PatchOperation operation)
    {
        var slash = operation.Pointer.LastIndexOf('/');
        return (Find(text, operation.Pointer[..slash]), Unescaped(operation.Pointer[(slash + 1)..]));
    }

    /// <summary>A new last member of the object or list.</summary>
    private static (int Start, int End, string Written) Addition(JsonText text, int parent, string name, string value)
    {
        var member = text.Map[parent].Kind == TokenKind.Object ? $"{JsonText.Quoted(name)}: {value}" : value;
        var isEmpty = text.Map[parent].Next == parent + 2;
        var last = text.Map[text.Map[parent].Next - 2].End;
        return isEmpty ? (text.Map[parent].Start + 1, text.Map[parent].End - 1, $" {member} ") : (last, last, $", {member}");
    }

    private static (int Start, int End, string Written) Change(JsonText text, int token, PatchOperation operation)
    {
        if (operation.Kind == PatchKind.Replace)
            return (text.Map[token].Start, text.Map[token].End, operation.Value!);
        var parent = text.Map[token].Parent;
        var first = text.Map[parent].Kind == TokenKind.Object ? token - 1 : token;
        var next = text.Map[token].Next;
        if (first > parent + 1)
            return (EndBefore(text, first, parent), text.Map[token].End, "");
        return next < text.Map[parent].Next - 1 ? (text.Map[first].Start, text.Map[next].Start, "") : (text.Map[first].Start, text.Map[token].End, "");
    }

    /// <summary>Where the member before ends, after which the comma stands.</summary>
    private static int EndBefore(JsonText text, int first, int parent)
    {
        var before = first - 1;
        while (text.Map[before].Parent != parent)
            before = text.Map[before].Parent;
        return text.Map[before].End;
    }

    /// <exception cref="ArgumentException">The text has no such place.</exception>
    private static int Find(JsonText text, string pointer)
    {
        var token = 0;
        foreach (var name in pointer.Split('/').Skip(1))
            token = Child(text, token, Unescaped(name));
        return token;
    }

    private static int Child(JsonText text, int token, string name)
    {
        var child = text.Map[token].Kind == TokenKind.List ? text.Item(token, int.Parse(name, System.Globalization.CultureInfo.InvariantCulture))
            : text.Property(token, name) is (var property, null) ? property : -1;
        return child >= 0 ? child : throw new ArgumentException($"The text has no \"{name}\" there.", nameof(name));
    }

    private static string Unescaped(string segment) => segment.Replace("~1", "/").Replace("~0", "~");
}
