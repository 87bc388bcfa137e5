using System.Security.Cryptography;

namespace RuleEngine.Parsing;

/// <summary>
/// The lines of a stream that hold a record, as NDJSON has them: they end with LF or CRLF, the last one perhaps with nothing. Lines of
/// nothing but white space hold none. Memory is one buffer and the line at hand.
/// </summary>
/// <param name="stream">What is read, from where it stands.</param>
/// <param name="mostBytes">A longer line is passed over.</param>
/// <param name="until">Lines are read that start before so many bytes.</param>
internal sealed class LineReader(Stream stream, int mostBytes, long until = long.MaxValue)
{
    private byte[] _buffer = new byte[1 << 18];
    private int _from;
    private int _to;
    private bool _isAtEnd;

    /// <summary>The number of the line at hand, from 1 where reading began.</summary>
    public long Line { get; private set; }

    /// <summary>How many bytes have been passed, the line at hand with its end.</summary>
    public long Passed { get; private set; }

    /// <summary>Whether the line at hand ends with a line end.</summary>
    public bool IsLineEnded { get; private set; }

    /// <summary>Whether a whole line has been read already that is not passed yet.</summary>
    public bool HasLine => _isAtEnd || _buffer.AsSpan(_from, _to - _from).Contains((byte)'\n');

    /// <summary>The line without its end; null where it is too long.</summary>
    public byte[]? Bytes { get; private set; }

    /// <summary>The hash of a line that is too long, as <see cref="HashOf"/> has it; null of any other.</summary>
    public string? Hash { get; private set; }

    /// <summary>SHA-256 of a line without its end: 64 hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Passes over the rest of the line in which reading began.</summary>
    public void SkipLine()
    {
        while (TryTake(out _, out var isEnd) && !isEnd)
        {
        }
    }

    /// <summary>Goes to the next line that holds a record; false where there is none.</summary>
    /// <exception cref="IOException">The stream cannot be read on.</exception>
    public bool Read()
    {
        while (ReadLine())
        {
            if (Bytes is null || Bytes.AsSpan().IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') >= 0)
                return true;
        }

        return false;
    }

    private bool ReadLine()
    {
        Hash = null;
        if (Passed >= until || !TryTake(out var piece, out var isEnd))
            return false;
        Line++;
        if (isEnd && piece.Length <= mostBytes)
        {
            Bytes = WithoutReturn(piece).ToArray();
            return true;
        }

        Bytes = null;
        Hash = HashOfPieces(piece, isEnd);
        return true;
    }

    private string HashOfPieces(ReadOnlySpan<byte> piece, bool isEnd)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(WithoutReturn(piece));
        while (!isEnd)
        {
            // A return at the end of a piece is the line's end only where nothing follows.
            var hasReturn = piece.Length > 0 && piece[^1] == '\r';
            if (!TryTake(out piece, out isEnd))
                break;
            if (hasReturn && piece.Length > 0)
                hash.AppendData("\r"u8);
            hash.AppendData(WithoutReturn(piece));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ReadOnlySpan<byte> WithoutReturn(ReadOnlySpan<byte> line) => line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;

    /// <summary>Takes what is left of a line, without its LF, or a piece of it where it is too long; false at the end.</summary>
    private bool TryTake(out ReadOnlySpan<byte> piece, out bool isEnd)
    {
        for (var searched = 0; ; Fill())
        {
            var end = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n');
            isEnd = end >= 0 || _isAtEnd;
            if (isEnd || _to - _from > mostBytes)
            {
                var length = end >= 0 ? searched + end : _to - _from;
                piece = _buffer.AsSpan(_from, length);
                _from += length + (end >= 0 ? 1 : 0);
                Passed += length + (end >= 0 ? 1 : 0);
                IsLineEnded = end >= 0;
                return length > 0 || end >= 0;
            }

            searched = _to - _from;
        }
    }

    private void Fill()
    {
        if (_from > 0)
        {
            Buffer.BlockCopy(_buffer, _from, _buffer, 0, _to - _from);
            _to -= _from;
            _from = 0;
        }

        if (_to == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _to, _buffer.Length - _to);
        _isAtEnd = read == 0;
        _to += read;
    }
}
