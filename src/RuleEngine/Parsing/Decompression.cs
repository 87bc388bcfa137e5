using System.IO.Compression;
using ZstdSharp;

namespace RuleEngine.Parsing;

/// <summary>
/// Opens what may be compressed. What it is, its first bytes say, so that a pipe needs no name. That gzip which was cut off is damage, a switch
/// of the program's configuration says (<c>System.IO.Compression.UseStrictValidation</c>).
/// </summary>
public static class Decompression
{
    private const int Buffer = 1 << 16;

    /// <summary>RFC 1952, section 2.3.1.</summary>
    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    /// <summary>RFC 8878, section 3.1.1.</summary>
    private static ReadOnlySpan<byte> Zstandard => [0x28, 0xB5, 0x2F, 0xFD];

    /// <summary>The endings of names of compressed files.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".gz", ".zst"];

    /// <summary>The content of gzip and Zstandard, of several one after another too; anything else as it is.</summary>
    /// <param name="stream">Any stream; it is closed with the one that is returned.</param>
    public static Stream Open(Stream stream)
    {
        var beginning = BeginningOf(stream);
        var whole = new Beginning(beginning, stream);
        return beginning.AsSpan().StartsWith(Gzip) ? new Members(new Sips(new BufferedStream(whole, Buffer)))
            : beginning.AsSpan().SequenceEqual(Zstandard) ? new DecompressionStream(whole, Buffer, leaveOpen: false)
            : whole;
    }

    /// <summary>Whether the stream, at its beginning, is gzip or Zstandard.</summary>
    public static bool IsCompressed(Stream stream) =>
        BeginningOf(stream) is var beginning && (beginning.AsSpan().StartsWith(Gzip) || beginning.AsSpan().SequenceEqual(Zstandard));

    private static byte[] BeginningOf(Stream stream)
    {
        var beginning = new byte[Zstandard.Length];
        return beginning[..stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Whether the exception says that what was compressed is not whole.</summary>
    public static bool IsDamage(Exception exception) => exception is InvalidDataException or EndOfStreamException or ZstdException;

    /// <summary>
    /// The members of a gzip file. The framework's reader ends where one does not begin as it should, and calls that the end; what it has
    /// left says that it is not.
    /// </summary>
    private sealed class Members(Sips compressed) : ReadOnlyStream(compressed)
    {
        private readonly Sips _compressed = compressed;
        private readonly GZipStream _content = new(compressed, CompressionMode.Decompress, leaveOpen: true);

        public override int Read(Span<byte> buffer)
        {
            var read = _content.Read(buffer);
            return read > 0 || _compressed.Read(new byte[1]) == 0 ? read : throw new InvalidDataException();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _content.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A stream that gives little at a time, so that little is lost with what its reader has taken ahead.</summary>
    private sealed class Sips(Stream whole) : ReadOnlyStream(whole)
    {
        private const int Most = 512;

        private readonly Stream _whole = whole;

        public override int Read(Span<byte> buffer) => _whole.Read(buffer.Length > Most ? buffer[..Most] : buffer);
    }

    /// <summary>A stream whose beginning has been read.</summary>
    private sealed class Beginning(byte[] beginning, Stream rest) : ReadOnlyStream(rest)
    {
        private readonly Stream _rest = rest;
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (_at == beginning.Length)
                return _rest.Read(buffer);
            var count = Math.Min(buffer.Length, beginning.Length - _at);
            beginning.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }
    }
}
