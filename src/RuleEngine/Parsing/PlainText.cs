using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RuleEngine.Parsing;

/// <summary>What most of a text is, passed over fast: white space, and strings without escapes, control characters and letters beyond ASCII.</summary>
internal static class PlainText
{
    /// <summary>The first byte, from here, that is not plain: a quote, a backslash, a control character or one beyond ASCII; the length where all are.</summary>
    public static int End(byte[] bytes, int at)
    {
        while (at + Vector128<byte>.Count <= bytes.Length)
        {
            // A control character is the smaller of itself and the last of them; what is beyond ASCII has the highest bit already.
            var sixteen = Sixteen(bytes, at);
            var found = Vector128.Equals(Vector128.Min(sixteen, Vector128.Create((byte)0x1F)), sixteen) | sixteen
                | Vector128.Equals(sixteen, Vector128.Create((byte)'"')) | Vector128.Equals(sixteen, Vector128.Create((byte)'\\'));
            if (found.ExtractMostSignificantBits() is not 0 and var which)
                return at + BitOperations.TrailingZeroCount(which);
            at += Vector128<byte>.Count;
        }

        while (at < bytes.Length && bytes[at] is >= 0x20 and < 0x80 and not (byte)'"' and not (byte)'\\')
            at++;
        return at;
    }

    /// <summary>The first byte, from here, that is no white space of JSON; the length where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SkipWhiteSpace(byte[] bytes, int at) => at < bytes.Length && bytes[at] > ' ' ? at : SkipBlanks(bytes, at);

    private static int SkipBlanks(byte[] bytes, int at)
    {
        while (at + Vector128<byte>.Count <= bytes.Length)
        {
            var sixteen = Sixteen(bytes, at);
            var blank = Vector128.Equals(sixteen, Vector128.Create((byte)' ')) | Vector128.Equals(sixteen, Vector128.Create((byte)'\n'))
                | Vector128.Equals(sixteen, Vector128.Create((byte)'\r')) | Vector128.Equals(sixteen, Vector128.Create((byte)'\t'));
            if (blank != Vector128<byte>.AllBitsSet)
                return at + BitOperations.TrailingZeroCount(~blank.ExtractMostSignificantBits());
            at += Vector128<byte>.Count;
        }

        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
            at++;
        return at;
    }

    private static Vector128<byte> Sixteen(byte[] bytes, int at) => Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(bytes), (nuint)at);
}
