using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RuleEngine.Engine.Batch;

/// <summary>
/// A part of a batch: the bytes of all inputs, one after another, divided by the number of parts. A line belongs to the part in which it
/// starts, and so does a file that cannot be cut, so that parts are disjoint, leave nothing out, and none has to read the whole.
/// </summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
public sealed record Part(int Number, int Of)
{
    /// <summary>How much of each end of a file tells it from another of the same name and size.</summary>
    private const int Ends = 4096;

    /// <summary>The part that is written as <c>3/16</c>; null where that is none.</summary>
    public static Part? Parse(string text) =>
        text.Split('/') is [var number, var of]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
        && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
        && part >= 1 && part <= parts ? new Part(part, parts) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    /// <summary>The sources of this part, cut where it begins and ends.</summary>
    public List<BatchSource> Share(IReadOnlyList<BatchSource> sources)
    {
        var total = sources.Sum(source => source.Size);
        var from = ShareOf(total, Number - 1);
        var to = Number == Of ? long.MaxValue : ShareOf(total, Number);
        var shares = new List<BatchSource>();
        var start = 0L;
        foreach (var source in sources)
        {
            var end = start + source.Size;
            if (IsDivisible(source) ? end > from && start < to : start >= from && start < to)
                shares.Add(IsDivisible(source) ? source with { From = Math.Max(0, from - start), To = to < end ? to - start : long.MaxValue } : source);
            start = end;
        }

        return shares;
    }

    /// <summary>What tells the inputs of a batch from others: names, sizes, and the ends of the files that are cut.</summary>
    public static string HashOf(IReadOnlyList<BatchSource> sources)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = new byte[sizeof(long)];
        foreach (var source in sources)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(source.Path + "\0"));
            BinaryPrimitives.WriteInt64LittleEndian(size, source.Size);
            hash.AppendData(size);
            if (IsDivisible(source))
                AppendEnds(hash, source);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendEnds(IncrementalHash hash, BatchSource source)
    {
        using var stream = source.Open();
        var end = new byte[Ends];
        hash.AppendData(end, 0, stream.ReadAtLeast(end, Ends, throwOnEndOfStream: false));
        stream.Seek(Math.Max(0, source.Size - Ends), SeekOrigin.Begin);
        hash.AppendData(end, 0, stream.ReadAtLeast(end, Ends, throwOnEndOfStream: false));
    }

    private static bool IsDivisible(BatchSource source) => source.HasLines && !source.IsCompressed && source.Size > 0;

    private long ShareOf(long total, int number) => (long)((Int128)total * number / Of);
}
