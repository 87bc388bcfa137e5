using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>Reads <c>jsonl</c> results line by line.</summary>
public sealed class ResultReader : IDisposable
{
    /// <summary>A record of the largest size can have so many findings that its line is longer than what is read of a proposal.</summary>
    private const int MostBytes = 1 << 30;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly LineReader _lines;

    /// <param name="path">What messages call the file.</param>
    /// <param name="stream">Its content, perhaps compressed.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the reader is closed.</param>
    /// <exception cref="ResultFormatException">It does not begin as results do.</exception>
    public ResultReader(string path, Stream stream, bool leaveOpen = false)
    {
        _path = path;
        _leaveOpen = leaveOpen;
        _stream = Decompression.Open(stream);
        _lines = new LineReader(_stream, MostBytes);
        Head = Read() ? Understood(ResultWords.ReadHead) : throw new ResultFormatException($"{path} is empty: it holds no results.");
    }

    /// <summary>The first line.</summary>
    public ResultHead Head { get; }

    /// <summary>The bytes of the line at hand, without its end.</summary>
    public byte[] Bytes => _lines.Bytes!;

    /// <summary>How many bytes the lines up to here take, with their ends.</summary>
    public long Passed => _lines.Passed;

    /// <summary>Whether the line at hand ends with a line end, as whole ones do.</summary>
    public bool IsLineEnded => _lines.IsLineEnded;

    /// <summary>Goes to the next line; false at the end.</summary>
    /// <exception cref="ResultFormatException">The file is damaged.</exception>
    public bool Read()
    {
        try
        {
            return _lines.Read();
        }
        catch (Exception exception) when (Decompression.IsDamage(exception))
        {
            throw new ResultFormatException($"{_path} is damaged or cut off after line {_lines.Line}.");
        }
    }

    /// <summary>What the line at hand says, as it is understood.</summary>
    /// <exception cref="ResultFormatException">It is no line of results.</exception>
    public T Understood<T>(Func<byte[], T> read)
    {
        try
        {
            return read(Bytes);
        }
        catch (FormatException exception)
        {
            throw new ResultFormatException($"{_path}:{_lines.Line} is no line of results: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
            _stream.Dispose();
    }
}
