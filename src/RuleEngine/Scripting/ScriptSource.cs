using System.Text;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Scripting;

/// <summary>A rule script's file: its name says the id and the name of the rule, its folder the set.</summary>
internal sealed class ScriptSource
{
    /// <param name="path">The path that reports show, with <c>/</c>.</param>
    /// <param name="relativePath">The path in the pack, by which the compiled script knows it.</param>
    /// <param name="content">The script in UTF-8, its line ends as LF.</param>
    public ScriptSource(string path, string relativePath, byte[] content)
    {
        (Path, RelativePath, Content) = (path, relativePath, content);
        var slash = relativePath.LastIndexOf('/');
        var file = relativePath[(slash + 1)..^".csx".Length];
        var hyphen = file.IndexOf('-');
        var hasId = hyphen >= 3 && char.IsAsciiDigit(file[hyphen - 1]) && file.AsSpan(0, hyphen - 1).IndexOfAnyExceptInRange('A', 'Z') < 0
            && hyphen + 1 < file.Length;
        Set = slash < 0 ? "" : relativePath[..slash];
        Id = hasId ? file[..hyphen] : "";
        Name = hasId ? file[(hyphen + 1)..] : file;
    }

    public string Path { get; }

    public string RelativePath { get; }

    /// <summary>The folder, relative to the pack.</summary>
    public string Set { get; }

    /// <summary>The rule's id; empty where the file name gives none.</summary>
    public string Id { get; }

    /// <summary>What follows the id.</summary>
    public string Name { get; }

    public byte[] Content { get; }

    /// <summary>The script as text. One that is compiled already is checked without it.</summary>
    public string Text => field ??= Encoding.UTF8.GetString(Content);

    public static ScriptSource Of(string path, string relativePath, string text) => new(path, relativePath, Encoding.UTF8.GetBytes(text));

    /// <summary>A fault at the n-th place, from 1, where the script has this text; at its first line where it has none.</summary>
    public Fault Fault(FaultKind kind, string message, string? at = null, int occurrence = 1)
    {
        var offset = -1;
        for (var count = 0; count < occurrence && at is not null; count++)
        {
            var next = Text.IndexOf(at, offset + 1, StringComparison.Ordinal);
            if (next < 0)
                break;
            offset = next;
        }

        var before = Text.AsSpan(0, Math.Max(offset, 0));
        var line = 1 + before.Count('\n');
        var column = before.Length - before.LastIndexOf('\n');
        return Fault(kind, message, new Location(line, column, line, column + (offset < 0 ? 1 : at!.Length), null, null));
    }

    /// <summary>A fault at a place of the script.</summary>
    public Fault Fault(FaultKind kind, string message, Location location) =>
        new(kind, Path, message, location) { Excerpt = new Excerpt(location.Line, 1, [LineAt(location.Line)]) };

    private string LineAt(int number)
    {
        var lines = Text.Split('\n');
        return number <= lines.Length ? lines[number - 1] : "";
    }
}
