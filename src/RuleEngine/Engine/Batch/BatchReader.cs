using RuleEngine.Model.Faults;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>
/// The records of a batch, one after another. What cannot be read is a record with a fault, and reading goes on with the next file. One
/// thread at a time may use it.
/// </summary>
/// <param name="sources">The files, in order.</param>
public sealed class BatchReader(IReadOnlyList<BatchSource> sources) : IDisposable
{
    private int _next;
    private Stream? _stream;
    private LineReader? _lines;

    /// <summary>The file at hand; null before the first.</summary>
    public BatchSource? Source { get; private set; }

    /// <summary>How many records of the file at hand have been read.</summary>
    public long Records { get; private set; }

    /// <summary>How many lines of the file at hand have been passed.</summary>
    public long Lines { get; private set; }

    /// <summary>The file in the middle of which reading begins; null where it begins with a whole one.</summary>
    public BatchSource? Begins => sources is [{ From: > 0 } first, ..] ? first : null;

    /// <summary>The file in the middle of which reading ends; null where it ends with a whole one.</summary>
    public BatchSource? GoesOn => sources is [.., var last] && last.To < last.Size ? last : null;

    /// <summary>How many bytes of the files have been passed, compressed as they are.</summary>
    public long Passed { get; private set; }

    /// <summary>Whether the next record can be had without waiting for whoever writes it.</summary>
    public bool IsReady => _lines?.HasLine ?? true;

    /// <summary>The next record; null at the end.</summary>
    public Record? Read()
    {
        while (true)
        {
            if (_lines is not null)
            {
                if (ReadLine() is { } record)
                    return record;
                Close();
            }

            if (_next == sources.Count)
                return null;
            Source = sources[_next++];
            Records = 0;
            Lines = 0;
            if (Begin(Source) is { } whole)
                return whole;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Close()
    {
        Lines = _lines?.Line ?? Lines;
        _stream?.Dispose();
        _stream = null;
        _lines = null;
    }

    /// <summary>Opens the file; where it is one record, that record, and where it cannot be opened, the fault.</summary>
    private Record? Begin(BatchSource source)
    {
        var before = Passed;
        try
        {
            _stream = source.Open();
            if (!source.HasLines)
                return ReadWhole(source, before);

            // The byte before tells whether a line starts here.
            var from = Math.Max(0, source.From - 1);
            if (from > 0)
                _stream.Seek(from, SeekOrigin.Begin);
            _stream = new Counted(_stream, count => Passed += count);
            if (!source.IsCut)
                _stream = Decompression.Open(_stream);
            _lines = new LineReader(_stream, ProposalFile.MostBytes, source.To - from);
            if (source.From > 0)
                _lines.SkipLine();
            return null;
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            Close();
            Passed = before + source.Size;
            return Broken(source, exception);
        }
    }

    private Record ReadWhole(BatchSource source, long before)
    {
        using var content = Decompression.Open(_stream!);
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (bytes.Length <= ProposalFile.MostBytes && (read = content.Read(buffer)) > 0)
            bytes.Write(buffer, 0, read);
        _stream = null;
        Passed = before + source.Size;
        Records = 1;
        return bytes.Length > ProposalFile.MostBytes
            ? new Record(source, 1, 1, [], TooLarge(source))
            : new Record(source, 1, 1, bytes.ToArray());
    }

    private Record? ReadLine()
    {
        var source = Source!;
        try
        {
            if (!_lines!.Read())
                return null;
        }
        catch (Exception exception) when (IsOfFile(exception))
        {
            var broken = Broken(source, exception);
            Close();
            return broken;
        }

        Records++;
        return _lines.Bytes is { } bytes
            ? new Record(source, Records, _lines.Line, bytes)
            : new Record(source, Records, _lines.Line, [], TooLarge(source), _lines.Hash);
    }

    private Record Broken(BatchSource source, Exception exception)
    {
        var message = exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file."
            : Decompression.IsDamage(exception) ? "What is compressed in it is damaged or cut off; nothing after this can be read."
            : exception.Message;
        var number = _lines is null ? 0 : Records + 1;
        return new Record(source, number, _lines is null ? 0 : _lines.Line + 1, [], new Fault(InputFaults.Unreadable, source.Path, message));
    }

    private static Fault TooLarge(BatchSource source) => new(InputFaults.TooLarge, source.Path, "It has more than 32 MiB.");

    private static bool IsOfFile(Exception exception) => exception is IOException or UnauthorizedAccessException || Decompression.IsDamage(exception);

    /// <summary>A stream that tells what is read of it.</summary>
    private sealed class Counted(Stream stream, Action<int> tell) : ReadOnlyStream(stream)
    {
        private readonly Stream _stream = stream;

        public override int Read(Span<byte> buffer)
        {
            var read = _stream.Read(buffer);
            tell(read);
            return read;
        }
    }
}
