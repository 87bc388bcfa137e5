using System.Globalization;
using System.Text;

namespace RuleEngine.Reporting;

/// <summary>Text for a screen: nothing in it moves the cursor, changes colours or reverses what follows.</summary>
public static class Printable
{
    /// <summary>The text with tabs as spaces and every other control and direction mark as <c>\uXXXX</c>.</summary>
    public static string Text(string text)
    {
        if (!HasUnsafe(text))
            return text;
        var safe = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (unit == '\t')
                safe.Append(' ');
            else if (IsUnsafe(unit))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
            else
                safe.Append(unit);
        }

        return safe.ToString();
    }

    /// <summary>A line that no runner of workflows takes for a command: they look for two colons at its start.</summary>
    public static string NoCommand(string line) =>
        line.AsSpan().TrimStart().StartsWith("::") ? line[..line.IndexOf(':')] + "\\u003A" + line[(line.IndexOf(':') + 1)..] : line;

    /// <summary>The same, one unit for one, so that columns stay: what is unsafe becomes <c>?</c>.</summary>
    public static string Line(string line) =>
        HasUnsafe(line) ? new string([.. line.Select(unit => unit == '\t' ? ' ' : IsUnsafe(unit) ? '?' : unit)]) : line;

    /// <summary>How many cells of a screen the text takes: two for East Asian wide characters and emoji, none for combining marks.</summary>
    public static int Cells(ReadOnlySpan<char> text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
                : IsWide(rune.Value) ? 2
                : 1;
        }

        return cells;
    }

    private static bool HasUnsafe(string text)
    {
        foreach (var unit in text)
        {
            if (IsUnsafe(unit))
                return true;
        }

        return false;
    }

    private static bool IsUnsafe(char unit) =>
        char.IsControl(unit) || unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029';

    /// <summary>The blocks that Unicode's EastAsianWidth lists as wide, in broad strokes.</summary>
    private static bool IsWide(int rune) => rune is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
