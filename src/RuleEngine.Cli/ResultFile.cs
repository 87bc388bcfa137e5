using System.Security.Cryptography;

namespace RuleEngine.Cli;

/// <summary>
/// Where results go that take long to make: standard output, or a file that is <c>FILE.part</c> until it is whole, so that whoever finds
/// FILE finds all of it. A device or a pipe is written as it is.
/// </summary>
internal sealed class ResultFile : IDisposable
{
    private readonly Stream _stream;
    private readonly string? _file;
    private readonly string? _part;
    private readonly IncrementalHash? _hash;
    private bool _isWhole;

    private ResultFile(Stream stream, string? file, string? part, bool isHashed)
    {
        (_stream, _file, _part) = (stream, file, part);
        _hash = isHashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>Where results go that nobody asked for.</summary>
    public static ResultFile Nowhere => new(Stream.Null, null, null, false);

    /// <summary>Opens a file, or standard output.</summary>
    /// <param name="target">The file; null for standard output.</param>
    /// <param name="isHashed">Whether to reckon the hash of all that is written.</param>
    /// <param name="terminal">Where standard output is.</param>
    /// <exception cref="UsageException">The file cannot be written, or another run is writing it.</exception>
    public static ResultFile Open(ResultTarget? target, bool isHashed, Terminal terminal)
    {
        if (target is null)
            return new ResultFile(terminal.Out, null, null, isHashed);
        if (target.Part is not { } part)
            return new ResultFile(target.InPlace!, target.File, null, isHashed);
        if (Directory.Exists(part))
            throw new UsageException($"{part} cannot be written: it is a folder.");
        try
        {
            return new ResultFile(new FileStream(part, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0), target.File, part, isHashed);
        }
        catch (IOException exception) when (exception is not FileNotFoundException and not DirectoryNotFoundException && File.Exists(part))
        {
            throw new UsageException($"{part} is being written by another run.");
        }
    }

    /// <summary>Whether it cannot be read any more by whoever was to read it.</summary>
    public bool IsRefused => _stream is StandardStream { IsRefused: true };

    /// <summary>What an interrupted run has left, from its beginning, to be read before anything is written; null where there is nothing.</summary>
    public Stream? Left() => _part is null || _stream.Length == 0 ? null : _stream;

    /// <summary>Forgets what stands after so many bytes, and goes on there.</summary>
    public void Keep(long bytes)
    {
        if (_part is null)
            return;
        _stream.SetLength(bytes);
        _stream.Position = 0;
        var buffer = new byte[1 << 16];
        for (int read; _hash is not null && (read = _stream.Read(buffer)) > 0;)
            _hash.AppendData(buffer, 0, read);
        _stream.Position = bytes;
    }

    /// <summary>Writes whole lines: all, or where there is no room for all, none.</summary>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> lines)
    {
        var before = _part is null ? 0 : _stream.Position;
        try
        {
            _stream.Write(lines);
        }
        catch (Exception exception) when (_part is not null && exception is (IOException or ArgumentOutOfRangeException))
        {
            // The framework takes the system's limit on the size of files for a wrong argument.
            _stream.SetLength(before);
            if (exception is IOException)
                throw;
            throw new IOException($"{_part} would be longer than a file may be here.");
        }

        _hash?.AppendData(lines);
    }

    /// <summary>The hash of all that was written, in hexadecimal digits.</summary>
    public string HashSoFar() => Convert.ToHexStringLower(_hash!.GetCurrentHash());

    /// <summary>Says that all is written: the file appears under its name.</summary>
    public void Complete()
    {
        _isWhole = true;
        if (_stream is FileStream stream)
            stream.Flush(flushToDisk: _part is not null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file is not null)
            _stream.Dispose();
        if (_part is not null && !_isWhole && new FileInfo(_part) is { Exists: true, Length: 0 })
            File.Delete(_part);
        if (_isWhole && _part is not null)
            File.Move(_part, _file!, overwrite: true);
        _hash?.Dispose();
    }
}
