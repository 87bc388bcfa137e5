using System.Text;
using Newtonsoft.Json;

namespace RuleEngine.Parsing;

/// <summary>Writes a waiver into a configuration and leaves every other byte of the file as it is.</summary>
public static class WaiverText
{
    private const string List = "waivers";

    /// <summary>The configuration with one more waiver, the last of its list, in the file's own indentation and line ends.</summary>
    /// <param name="configuration">The bytes of a configuration without fault; none for a new file.</param>
    /// <param name="waiver">The properties of the waiver, in their order; those whose value is null are left out.</param>
    public static byte[] Add(byte[] configuration, IEnumerable<KeyValuePair<string, string?>> waiver)
    {
        var bytes = configuration.Length == 0 ? "{\n}\n"u8.ToArray() : configuration;
        var text = new JsonText("", bytes, new Naming());
        var style = Style.Of(bytes, text);
        var (list, missing) = text.Property(0, List);
        var (at, insertion) = missing is not null ? AfterLast(text, 0, style, 1, $"\"{List}\": {style.Bracketed('[', Entry(waiver, style, 2), ']', 1)}")
            : AfterLast(text, list, style, 2, Entry(waiver, style, 2));
        return [.. bytes[..at], .. Encoding.UTF8.GetBytes(insertion), .. bytes[at..]];
    }

    /// <summary>Where the next member of an object or list goes, and the text that puts it there.</summary>
    private static (int At, string Text) AfterLast(JsonText text, int holder, Style style, int depth, string member)
    {
        var last = -1;
        for (var at = holder + 1; text.Map[at].Kind is not (TokenKind.EndObject or TokenKind.EndList); at = text.Map[at].Next)
            last = at;
        if (last >= 0)
            return (text.Map[last].End, "," + style.Line(depth) + member);
        var hasLineEnd = style.StartsLine(text.Map[text.Map[holder].Next - 1].Start);
        return (text.Map[holder].Start + 1, style.Line(depth) + member + (hasLineEnd ? "" : style.Line(depth - 1)));
    }

    private static string Entry(IEnumerable<KeyValuePair<string, string?>> waiver, Style style, int depth) =>
        style.Bracketed('{', string.Join("," + style.Line(depth + 1), waiver.Where(each => each.Value is not null).Select(each => $"\"{each.Key}\": {JsonConvert.ToString(each.Value)}")), '}', depth);

    /// <summary>How a file is laid out.</summary>
    /// <param name="Bytes">The file.</param>
    /// <param name="LineEnd">What ends its lines; null where it is written in one line.</param>
    /// <param name="Indentation">One step of it.</param>
    private sealed record Style(byte[] Bytes, string? LineEnd, string Indentation)
    {
        public static Style Of(byte[] bytes, JsonText text)
        {
            var first = text.Map[1].Start;
            var between = Encoding.UTF8.GetString(bytes[(text.Map[0].Start + 1)..first]);
            var end = between.IndexOfAny(['\r', '\n']);
            if (end < 0)
                return new Style(bytes, null, "");
            var lineEnd = between[end] == '\n' ? "\n" : between.AsSpan(end).StartsWith("\r\n") ? "\r\n" : "\r";
            var indentation = between[(between.LastIndexOfAny(['\r', '\n']) + 1)..];
            return new Style(bytes, lineEnd, text.Map[1].Kind == TokenKind.Name && indentation != "" ? indentation : "  ");
        }

        /// <summary>What goes to the next line at a depth; a space where the file has one line only.</summary>
        public string Line(int depth) => LineEnd is null ? " " : LineEnd + string.Concat(Enumerable.Repeat(Indentation, depth));

        public string Bracketed(char open, string content, char close, int depth) => open + Line(depth + 1) + content + Line(depth) + close;

        /// <summary>Whether only white space stands before the place in its line.</summary>
        public bool StartsLine(int at)
        {
            while (at > 0 && Bytes[at - 1] is (byte)' ' or (byte)'\t')
                at--;
            return at > 0 && Bytes[at - 1] is (byte)'\n' or (byte)'\r';
        }
    }
}
