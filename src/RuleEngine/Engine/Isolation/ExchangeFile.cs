namespace RuleEngine.Engine.Isolation;

/// <summary>
/// A file through which two processes hand each other what is large: a pipe wakes the one that reads for every few kilobytes, which costs
/// more than to copy them. Its name is gone as soon as both have it open.
/// </summary>
internal sealed class ExchangeFile : IDisposable
{
    /// <summary>How much one slot holds; what is larger goes through the pipe. Only what is used of it takes space.</summary>
    private const long SlotBytes = 4L << 20;

    private readonly FileStream _file;

    private ExchangeFile(string path, FileMode mode)
    {
        Path = path;
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>A new one; null where none can be made, so that all goes through the pipe.</summary>
    public static ExchangeFile? Create() =>
        Of(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ruleengine-{System.IO.Path.GetRandomFileName()}"), FileMode.CreateNew);

    /// <summary>One that another process has made; null where it cannot be opened.</summary>
    public static ExchangeFile? Open(string path) => Of(path, FileMode.Open);

    private static ExchangeFile? Of(string path, FileMode mode)
    {
        try
        {
            return new ExchangeFile(path, mode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether a slot holds so many bytes.</summary>
    public static bool Fits(long length) => length is >= 0 and <= SlotBytes;

    /// <summary>Puts bytes into a slot; false where they do not fit, or where the disk is full.</summary>
    /// <param name="slot">Which, from 0.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="bytes">What is put there.</param>
    public bool TryWrite(int slot, int offset, ReadOnlySpan<byte> bytes)
    {
        if (!Fits((long)offset + bytes.Length))
            return false;
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, (slot * SlotBytes) + offset);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Takes bytes from a slot.</summary>
    /// <param name="slot">Which, from 0.</param>
    /// <param name="offset">Where in it.</param>
    /// <param name="bytes">Where they go.</param>
    /// <exception cref="EndOfStreamException">There are not so many.</exception>
    public void Read(int slot, int offset, Span<byte> bytes)
    {
        for (var from = (slot * SlotBytes) + offset; bytes.Length > 0;)
        {
            var read = RandomAccess.Read(_file.SafeFileHandle, bytes, from);
            if (read == 0)
                throw new EndOfStreamException();
            from += read;
            bytes = bytes[read..];
        }
    }

    /// <summary>Takes its name away.</summary>
    public void Hide()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stays where temporary files stay.
        }
    }

    public void Dispose()
    {
        Hide();
        _file.Dispose();
    }
}
