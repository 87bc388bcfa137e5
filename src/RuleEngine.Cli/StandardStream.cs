using Microsoft.Win32.SafeHandles;

namespace RuleEngine.Cli;

/// <summary>
/// A standard stream of a Unix system as a file: <see cref="Console"/> would make the terminal ready for what this program never does, and
/// take longer for it than a check takes. What a reader that has gone away does not read is not missed.
/// </summary>
internal sealed class StandardStream(int handle, FileAccess access) : Stream
{
    private const int BrokenPipe = 32;

    private readonly FileStream _file = new(new SafeFileHandle(handle, ownsHandle: false), access, bufferSize: 0);

    public override bool CanRead => _file.CanRead;

    public override bool CanWrite => _file.CanWrite;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => _file.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _file.Read(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (IOException exception) when (exception.HResult == BrokenPipe)
        {
            // As `| head` does: it has seen enough.
        }
    }

    public override void Flush() => _file.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
