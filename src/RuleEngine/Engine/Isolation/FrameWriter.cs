using System.Buffers.Binary;

namespace RuleEngine.Engine.Isolation;

/// <summary>Sends frames to the process that asks. Several threads may use it.</summary>
internal sealed class FrameWriter
{
    /// <summary>A tag, and how many bytes follow.</summary>
    private const int HeadLength = 5;

    private readonly Stream _out;

    /// <summary>What is not yet sent.</summary>
    private readonly MemoryStream _content = new();
    private readonly BinaryWriter _wire;
    private readonly Lock _lock = new();
    private long _last = Environment.TickCount64;

    public FrameWriter(Stream output)
    {
        _out = output;
        _wire = new BinaryWriter(_content);
    }

    /// <summary>How long nothing was sent, in milliseconds.</summary>
    public long SilentFor => Environment.TickCount64 - Volatile.Read(ref _last);

    /// <summary>Sends a frame.</summary>
    /// <param name="tag">What it is.</param>
    /// <param name="write">Writes what it says.</param>
    /// <param name="rest">What it says after that.</param>
    /// <param name="isUrgent">Whether the other waits for it.</param>
    public void Send(byte tag, Action<BinaryWriter> write, ReadOnlySpan<byte> rest = default, bool isUrgent = true)
    {
        lock (_lock)
        {
            var start = (int)_content.Length;
            _wire.Write(tag);
            _wire.Write(0);
            write(_wire);
            var length = (int)_content.Length - start;
            BinaryPrimitives.WriteInt32LittleEndian(_content.GetBuffer().AsSpan(start + 1), length - HeadLength + rest.Length);
            Volatile.Write(ref _last, Environment.TickCount64);
            if (!isUrgent && rest.IsEmpty)
                return;
            _out.Write(_content.GetBuffer(), 0, (int)_content.Length);
            _out.Write(rest);
            _out.Flush();
            _content.SetLength(0);
        }
    }
}
