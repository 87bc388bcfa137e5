using System.Text;

namespace RuleEngine.Parsing;

/// <summary>
/// Byte offsets to lines and columns. Lines end with LF, CRLF or CR; columns are UTF-16 units. A column costs at most one block,
/// however long its line is.
/// </summary>
internal sealed class LineMap
{
    private const int Block = 4096;

    private readonly byte[] _bytes;
    private readonly int[] _lineStarts;

    /// <summary>Whether every byte is one character, as mostly.</summary>
    private readonly bool _isAscii;
    private int[]? _unitsBeforeBlock;

    /// <param name="bytes">The text.</param>
    /// <param name="start">The first byte that counts: after a byte order mark.</param>
    public LineMap(byte[] bytes, int start)
    {
        _bytes = bytes;
        _isAscii = Ascii.IsValid(bytes);
        var lineStarts = new List<int> { start };
        var at = start;
        for (int next; (next = bytes.AsSpan(at).IndexOfAny((byte)'\n', (byte)'\r')) >= 0;)
        {
            at += next + 1;
            if (bytes[at - 1] == '\n' || at == bytes.Length || bytes[at] != '\n')
                lineStarts.Add(at);
        }

        _lineStarts = [.. lineStarts];
    }

    /// <summary>The line, from 1.</summary>
    public int Line(int offset)
    {
        var found = Sorted.Find(_lineStarts, offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Line and column, from 1.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var line = Line(offset);
        return (line, Column(offset, LineStart(line)));
    }

    /// <summary>The column, from 1.</summary>
    public int Column(int offset) => Column(offset, LineStart(Line(offset)));

    private int Column(int offset, int start)
    {
        if (_isAscii)
            return 1 + offset - start;
        return 1 + (offset - start <= Block ? Units(_bytes.AsSpan(start, offset - start)) : UnitsBefore(offset) - UnitsBefore(start));
    }

    public int LineStart(int line) => _lineStarts[line - 1];

    /// <summary>The byte after the line's last character, its line end left out.</summary>
    public int LineEnd(int line)
    {
        var end = line < _lineStarts.Length ? _lineStarts[line] : _bytes.Length;
        if (line < _lineStarts.Length)
            end -= end >= 2 && _bytes[end - 1] == '\n' && _bytes[end - 2] == '\r' ? 2 : 1;
        return end;
    }

    public static int CountLineEnds(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n')))
                count++;
        }

        return count;
    }

    /// <summary>How many UTF-16 units the bytes are; a character counts where its first byte stands.</summary>
    public static int Units(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var next in bytes)
            units += (next & 0xC0) == 0x80 ? 0 : next >= 0xF0 ? 2 : 1;
        return units;
    }

    private int UnitsBefore(int offset) =>
        (_unitsBeforeBlock ??= CountBlocks())[offset / Block] + Units(_bytes.AsSpan(offset / Block * Block, offset % Block));

    private int[] CountBlocks()
    {
        var before = new int[(_bytes.Length / Block) + 1];
        for (var block = 1; block < before.Length; block++)
            before[block] = before[block - 1] + Units(_bytes.AsSpan((block - 1) * Block, Block));
        return before;
    }
}
