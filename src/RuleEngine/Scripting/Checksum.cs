using System.Buffers.Binary;

namespace RuleEngine.Scripting;

/// <summary>
/// MurmurHash64A (Austin Appleby, MurmurHash2, 2008): tells damage and names entries. It stops no forger, and needs no library of the
/// system's, which a warm start would have to load.
/// </summary>
internal static class Checksum
{
    private const ulong Factor = 0xC6A4A7935BD1E995;
    private const int Shift = 47;

    /// <param name="bytes">What is summed up.</param>
    /// <param name="seed">The sum of what comes before; 0 where nothing does.</param>
    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        var sum = seed ^ ((ulong)bytes.Length * Factor);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(bytes) * Factor;
            sum = (sum ^ ((eight ^ (eight >> Shift)) * Factor)) * Factor;
        }

        if (bytes.Length > 0)
        {
            for (var index = 0; index < bytes.Length; index++)
                sum ^= (ulong)bytes[index] << (8 * index);
            sum *= Factor;
        }

        sum = (sum ^ (sum >> Shift)) * Factor;
        return sum ^ (sum >> Shift);
    }
}
