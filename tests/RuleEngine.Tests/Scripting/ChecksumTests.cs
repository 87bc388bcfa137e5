using CsCheck;
using NUnit.Framework;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Scripting;

public class ChecksumTests
{
    // Of the author's test program, SMHasher: the sums of the keys {}, {0}, {0, 1} … with the seeds 256, 255 …, themselves summed up.
    [Test]
    public void The_sum_is_that_of_MurmurHash64A()
    {
        var sums = new byte[256 * sizeof(ulong)];
        var key = new byte[256];
        for (var index = 0; index < 256; index++)
        {
            key[index] = (byte)index;
            BitConverter.TryWriteBytes(sums.AsSpan(index * sizeof(ulong)), Checksum.Of(key.AsSpan(0, index), (ulong)(256 - index)));
        }

        Assert.That((uint)Checksum.Of(sums), Is.EqualTo(0x1F0D3804));
    }

    [Test]
    public void A_flipped_bit_gives_another_sum() => Gen.Select(Gen.Byte.Array[1, 200], Gen.Int[0, 10_000], Gen.ULong).Sample((bytes, at, seed) =>
    {
        var flipped = (byte[])bytes.Clone();
        flipped[at % bytes.Length] ^= (byte)(1 << (at % 8));
        return Checksum.Of(flipped, seed) != Checksum.Of(bytes, seed) && Checksum.Of(bytes, seed ^ 1) != Checksum.Of(bytes, seed);
    });
}
