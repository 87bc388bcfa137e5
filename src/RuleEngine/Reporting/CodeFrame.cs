using System.Globalization;
using RuleEngine.Model.Places;

namespace RuleEngine.Reporting;

/// <summary>The lines of a place with <c>^^^^</c> under it.</summary>
internal static class CodeFrame
{
    private const int LeftContext = 20;

    /// <param name="pen">Where to write.</param>
    /// <param name="excerpt">The lines.</param>
    /// <param name="location">The place.</param>
    /// <param name="ink">The colour of the marks.</param>
    /// <param name="width">The columns of the screen; null for no limit.</param>
    public static void Write(Pen pen, Excerpt excerpt, Location location, Ink ink, int? width)
    {
        var gutter = (excerpt.Line + excerpt.Lines.Count - 1).ToString(CultureInfo.InvariantCulture).Length;
        var room = Math.Max(20, (width ?? int.MaxValue) - gutter - 8);
        var first = Printable.Line(excerpt.Lines[0]);
        var start = Math.Min(location.Column - excerpt.Column, first.Length);
        var end = location.EndLine == location.Line ? Math.Min(location.EndColumn - excerpt.Column, first.Length) : first.Length;
        var indent = int.MaxValue;
        foreach (var line in excerpt.Lines)
            indent = Math.Min(indent, line.Length - line.AsSpan().TrimStart(" \t").Length);
        var cut = start - indent > room - LeftContext ? start - LeftContext : indent;
        for (var index = 0; index < excerpt.Lines.Count; index++)
        {
            var digits = (excerpt.Line + index).ToString(CultureInfo.InvariantCulture);
            var number = Pen.Spaces(gutter - digits.Length) + digits;
            var line = Printable.Line(excerpt.Lines[index]);
            pen.Line($"    {pen.In(Ink.Faint, number + " |")} {Fitting(line[Math.Min(cut, line.Length)..], room)}".TrimEnd());
            if (index > 0)
                continue;
            var before = Printable.Cells(first.AsSpan(cut, start - cut));
            var marked = Math.Clamp(Printable.Cells(first.AsSpan(start, Math.Max(end - start, 0))), 1, Math.Max(1, room - before));
            pen.Line($"    {pen.In(Ink.Faint, Pen.Spaces(gutter) + " |")} {Pen.Spaces(before)}{pen.In(ink, Pen.Marks(marked))}");
        }
    }

    private static string Fitting(string line, int room)
    {
        if (Printable.Cells(line) <= room)
            return line;
        var length = Math.Min(line.Length, room - 1);
        while (length > 0 && (Printable.Cells(line.AsSpan(0, length)) > room - 1 || char.IsHighSurrogate(line[length - 1])))
            length--;
        return line[..length] + "…";
    }
}
