using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

[assembly: System.Runtime.CompilerServices.DisableRuntimeMarshalling]

namespace RuleEngine.Cli;

/// <summary>
/// A standard stream of a Unix system as a file: <see cref="Console"/> would make the terminal ready for what this program never does, and
/// take longer for it than a check takes. What a reader that has gone away does not read is not missed.
/// </summary>
internal sealed partial class StandardStream(int handle, FileAccess access) : Stream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;

    /// <summary>EAGAIN: 11 on Linux, 35 where BSD is near.</summary>
    private static readonly int NotNow = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>What is read from.</summary>
    private FileStream Source => field ??= new FileStream(new SafeFileHandle(handle, ownsHandle: false), FileAccess.Read, bufferSize: 0);

    /// <summary>Whether its reader has gone away.</summary>
    public bool IsRefused { get; private set; }

    public override bool CanRead => access == FileAccess.Read;

    public override bool CanWrite => access == FileAccess.Write;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Source.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Source.Read(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>
    /// Writes where the descriptor stands and moves it on, as other processes that share it expect; a file stream of a regular file would
    /// keep a position of its own, and the next process would write over what this one wrote.
    /// </summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var written = WriteTo(handle, in buffer[0], buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case BrokenPipe:
                    // As `| head` does: it has seen enough.
                    IsRefused = true;
                    return;
                case var error when error == NotNow:
                    Thread.Sleep(1);
                    break;
                case var error:
                    throw new IOException($"Standard {(handle == 1 ? "output" : "error")} cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
            }
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Whether somebody watches what is written to the descriptor.</summary>
    public static bool IsScreen(int descriptor) => IsTerminal(descriptor) == 1;

    [LibraryImport("libc", EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteTo(int descriptor, in byte bytes, nint count);
}
