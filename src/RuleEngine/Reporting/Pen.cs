using System.Text;
using RuleEngine.Model.Rules;

namespace RuleEngine.Reporting;

/// <summary>
/// Writes lines to a screen, as UTF-8: coloured where it shows colour, wrapped where it has a width. It leaves its stream open, and has
/// written all when it is disposed of.
/// </summary>
internal sealed class Pen(Stream output, ReportOptions options) : IDisposable
{
    private byte[] _bytes = new byte[4096];
    private int _count;

    private const int MostHang = 6;

    private const string Carets = "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^";
    private const string Blank = "                                                                                                    ";

    /// <summary>So many spaces.</summary>
    public static string Spaces(int count) => count <= Blank.Length ? Blank[..count] : new string(' ', count);

    /// <summary>So many marks below what is at fault.</summary>
    public static string Marks(int count) => count <= Carets.Length ? Carets[..count] : new string('^', count);

    public void Line(string text = "")
    {
        var line = Printable.NoCommand(text);
        var most = Encoding.UTF8.GetMaxByteCount(line.Length) + 1;
        if (most > _bytes.Length - _count)
            Flush();
        if (most > _bytes.Length)
            _bytes = new byte[most];
        _count += Encoding.UTF8.GetBytes(line, 0, line.Length, _bytes, _count);
        _bytes[_count++] = (byte)'\n';
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        output.Write(_bytes, 0, _count);
        _count = 0;
    }

    /// <summary>The text in a colour. Give it no untrusted text that <see cref="Printable"/> has not seen.</summary>
    public string In(Ink ink, string text) => !options.Colour || ink == Ink.Plain || text.Length == 0 ? text : $"\u001b[{Code(ink)}m{text}\u001b[0m";

    public string In(Severity severity, string text) => In(
        severity == Severity.Error ? Ink.Error : severity == Severity.Warning ? Ink.Warning : severity == Severity.Info ? Ink.Info : Ink.Good, text);

    public string In(Verdict verdict, string text) => In(
        verdict == Verdict.Upheld ? Ink.Good : verdict == Verdict.Undetermined ? Ink.Warning : verdict == Verdict.NotApplicable ? Ink.Faint : Ink.Error, text);

    /// <summary>Words after a prefix; lines that follow start below the first word, or at most 6 cells in.</summary>
    /// <param name="prefix">What stands before them, as it is on the screen.</param>
    /// <param name="cells">How many cells the prefix takes, colours left out.</param>
    /// <param name="text">The words, which may hold anything.</param>
    /// <param name="ink">The colour of the words.</param>
    public void Wrapped(string prefix, int cells, string text, Ink ink = Ink.Plain)
    {
        var hang = Math.Min(cells, MostHang);
        var room = Math.Max(20, (options.Width ?? int.MaxValue) - cells);
        var start = prefix;
        var line = "";
        var used = 0;
        foreach (var word in Printable.Text(text).Split(' '))
        {
            var length = Printable.Cells(word);
            if (used > 0 && used + 1 + length > room)
            {
                Line(start + In(ink, line));
                start = Spaces(hang);
                room = Math.Max(20, (options.Width ?? int.MaxValue) - hang);
                line = "";
                used = 0;
            }

            line += used == 0 ? word : " " + word;
            used += used == 0 ? length : length + 1;
        }

        Line(start + In(ink, line));
    }

    private static string Code(Ink ink) => ink switch
    {
        Ink.Title => "1",
        Ink.Faint => "2",
        Ink.Error => "1;31",
        Ink.Warning => "33",
        Ink.Info => "36",
        _ => "32",
    };
}
