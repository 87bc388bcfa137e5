using System.Buffers.Binary;

namespace RuleEngine.Parsing;

/// <summary>What most of a text is, passed over fast: white space, and strings without escapes, control characters and letters beyond ASCII.</summary>
internal static class PlainText
{
    private const ulong Ones = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>The first byte, from here, that is not plain: a quote, a backslash, a control character or one beyond ASCII; the length where all are.</summary>
    public static int End(byte[] bytes, int at)
    {
        while (at + sizeof(ulong) <= bytes.Length && IsPlain(BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at))))
            at += sizeof(ulong);
        while (at < bytes.Length && bytes[at] is >= 0x20 and < 0x80 and not (byte)'"' and not (byte)'\\')
            at++;
        return at;
    }

    /// <summary>The first byte, from here, that is no white space of JSON; the length where there is none.</summary>
    public static int SkipWhiteSpace(byte[] bytes, int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
            while (at + sizeof(ulong) <= bytes.Length && BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)) == Ones * ' ')
                at += sizeof(ulong);
        }

        return at;
    }

    /// <summary>Eight bytes at once; the tests for a zero byte and for one below a bound are those of Anderson's "Bit twiddling hacks".</summary>
    private static bool IsPlain(ulong eight)
    {
        var quotes = eight ^ (Ones * '"');
        var backslashes = eight ^ (Ones * '\\');
        var found = eight | ((eight - (Ones * 0x20)) & ~eight) | ((quotes - Ones) & ~quotes) | ((backslashes - Ones) & ~backslashes);
        return (found & HighBits) == 0;
    }
}
