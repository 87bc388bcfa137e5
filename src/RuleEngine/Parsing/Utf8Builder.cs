using System.Buffers.Text;

namespace RuleEngine.Parsing;

/// <summary>Puts UTF-8 text together, on the stack as long as it is short.</summary>
internal ref struct Utf8Builder(Span<byte> room)
{
    private Span<byte> _room = room;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _room[..Length];

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_room[Length..]);
        Length += bytes.Length;
    }

    public void Append(byte one)
    {
        Reserve(1);
        _room[Length++] = one;
    }

    public void Append(int number)
    {
        Reserve(11);
        Utf8Formatter.TryFormat(number, _room[Length..], out var length);
        Length += length;
    }

    private void Reserve(int bytes)
    {
        if (Length + bytes <= _room.Length)
            return;
        var larger = new byte[Math.Max(_room.Length * 2, Length + bytes)];
        Written.CopyTo(larger);
        _room = larger;
    }
}
