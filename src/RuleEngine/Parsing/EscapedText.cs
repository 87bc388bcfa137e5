using System.Globalization;
using System.Text;

namespace RuleEngine.Parsing;

/// <summary>Text of a JSON string whose escapes the scanner has found right (RFC 8259, section 7).</summary>
internal static class EscapedText
{
    /// <summary>The text that is written so, between the quotes.</summary>
    public static string Read(ReadOnlySpan<byte> written)
    {
        var units = new char[written.Length];
        var count = 0;
        while (written.IndexOf((byte)'\\') is var escape and >= 0)
        {
            count += Encoding.UTF8.GetChars(written[..escape], units.AsSpan(count));
            units[count++] = Unit(written[escape..], out var length);
            written = written[(escape + length)..];
        }

        count += Encoding.UTF8.GetChars(written, units.AsSpan(count));
        return new string(units, 0, count);
    }

    private static char Unit(ReadOnlySpan<byte> escape, out int length)
    {
        length = escape[1] == 'u' ? 6 : 2;
        return (char)escape[1] switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            var itself => itself,
        };
    }
}
