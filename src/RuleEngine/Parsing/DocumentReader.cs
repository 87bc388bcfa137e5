using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Parsing.Shapes;

namespace RuleEngine.Parsing;

/// <summary>Reads a document that counts only where nothing is wrong with it.</summary>
internal static class DocumentReader
{
    /// <summary>The document's root; null where there are faults, which are added.</summary>
    /// <param name="path">What reports call the file.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="naming">Which lists have members with names.</param>
    /// <param name="shape">What the root may hold.</param>
    /// <param name="complete">Looks at what the whole means, and reports what is wrong with it.</param>
    /// <param name="faults">Where faults go, in the order of the text.</param>
    public static T? Read<T>(string path, byte[] bytes, Naming naming, Shape shape, Action<T, JsonCursor> complete, List<Fault> faults)
        where T : Node
    {
        var text = new JsonText(path, bytes, naming);
        var cursor = new JsonCursor(text);
        T? root = null;
        if (cursor.Read())
        {
            if (cursor.Kind == TokenKind.Object)
                complete(root = (T)shape.Read(cursor, null), cursor);
            else
                cursor.Report(InputFaults.NotAnObject, $"A {shape.Name} is one JSON object.");
        }

        var found = PlacedFault.InOrder(text, cursor);
        faults.AddRange(found);
        return found.Count == 0 ? root : null;
    }
}
