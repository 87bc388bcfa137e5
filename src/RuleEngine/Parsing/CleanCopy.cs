namespace RuleEngine.Parsing;

/// <summary>A text in which faults are blanked out that leave its structure readable. It is copied when there is the first of them.</summary>
internal sealed class CleanCopy(byte[] text)
{
    private byte[]? _copy;

    /// <summary>The text itself while it has no blanks.</summary>
    public byte[] Bytes => _copy ?? text;

    /// <summary>Writes blanks, keeping the length: spaces, an empty text padded with spaces, or the number 0.</summary>
    public void Blank(int start, int end, byte first)
    {
        _copy ??= (byte[])text.Clone();
        var blank = _copy.AsSpan(start, end - start);
        blank.Fill((byte)' ');
        blank[0] = first;
        if (first == '"')
            blank[^1] = first;
    }
}
