using RuleEngine.Parsing;

namespace RuleEngine.Engine.Isolation;

/// <summary>A stream that is read in large pieces, and that knows whether something of it is at hand.</summary>
internal sealed class BufferedInput(Stream input) : ReadOnlyStream(input)
{
    private readonly Stream _input = input;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;

    /// <summary>Whether something has been read already that nobody has taken: what it begins is on its way.</summary>
    public bool IsAtHand => _from < _to;

    public override int Read(Span<byte> buffer)
    {
        if (!IsAtHand)
        {
            _from = 0;
            _to = _input.Read(_buffer);
        }

        var taken = Math.Min(buffer.Length, _to - _from);
        _buffer.AsSpan(_from, taken).CopyTo(buffer);
        _from += taken;
        return taken;
    }
}
