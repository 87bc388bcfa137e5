using RuleEngine.Scripting;

namespace RuleEngine.Engine.Batch;

/// <summary>
/// Checks a batch on several threads. Each takes the next records, checks them and hands over their lines, which are written in the order
/// of the records; none runs further ahead than there is room for. Memory does not grow with the batch.
/// </summary>
public sealed class BatchRun
{
    /// <summary>How much one thread takes at a time: enough that taking costs nothing, little enough that the last ones end together.</summary>
    private const int MostRecords = 64;
    private const int MostBytes = 1 << 19;

    /// <summary>How many pieces of work may be done and not written, for each thread.</summary>
    private const int MostAhead = 4;

    /// <summary>How long a stop waits for the records that are being checked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly BatchReader _reader;
    private readonly Action<ReadOnlySpan<byte>> _write;
    private readonly Lock _reading = new();
    private readonly object _writing = new();
    private readonly Dictionary<long, Piece> _done = [];
    private int _mostAhead;
    private long _taken;
    private long _written;
    private bool _isClosed;
    private Exception? _failure;
    private volatile bool _isStopped;

    /// <param name="reader">Where the records come from.</param>
    /// <param name="write">Where the lines go, whole ones at a time.</param>
    public BatchRun(BatchReader reader, Action<ReadOnlySpan<byte>> write)
    {
        _reader = reader;
        _write = write;
    }

    /// <summary>What has been written so far.</summary>
    public Tally Tally { get; init; } = new();

    /// <summary>Whether it was stopped before the end.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>Ends as soon as what is being checked is done: nothing more is read, and nothing is written but whole lines. Any thread may ask for it.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Checks everything.</summary>
    /// <param name="checkers">What checks, one a thread; one that several threads may use can be given several times.</param>
    /// <param name="tick">Called about five times a second meanwhile.</param>
    /// <exception cref="IOException">Lines cannot be written. What was written before stays.</exception>
    public void Run(IReadOnlyList<IPieceChecker> checkers, Action tick)
    {
        _mostAhead = MostAhead * checkers.Count;
        using var ended = new CountdownEvent(checkers.Count);
        var lanes = checkers.Select(checker => new Lane<bool>(() => Work(checker, ended))).ToList();
        while (!ended.Wait(TimeSpan.FromMilliseconds(200)))
        {
            tick();
            if (_isStopped && !ended.Wait(Patience))
                break;
        }

        lock (_writing)
        {
            // What is still being checked is given up.
            _isClosed = true;
            if (_failure is not null)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
        }

        tick();
    }

    private bool Work(IPieceChecker checker, CountdownEvent ended)
    {
        try
        {
            while (Take() is var (number, records))
                Deliver(number, checker.Check(records, () => _isStopped));
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
        finally
        {
            Signal(ended);
        }

        return true;
    }

    private static void Signal(CountdownEvent ended)
    {
        try
        {
            ended.Signal();
        }
        catch (ObjectDisposedException)
        {
            // It took too long, and nobody waits any more.
        }
    }

    /// <summary>The next records and their place in the order; null at the end, and once the run is stopped.</summary>
    private (long Number, List<Record> Records)? Take()
    {
        lock (_writing)
        {
            while (!_isStopped && !_isClosed && _taken - _written >= _mostAhead)
                Monitor.Wait(_writing);
        }

        lock (_reading)
        {
            var records = new List<Record>();
            for (var bytes = 0L; bytes < MostBytes && records.Count < MostRecords && (records.Count == 0 || _reader.IsReady) && !_isStopped && _reader.Read() is { } record; bytes += record.Bytes.Length)
                records.Add(record);
            return records.Count == 0 ? null : (_taken++, records);
        }
    }

    /// <summary>Writes the piece, and those after it that wait, once those before it are written.</summary>
    private void Deliver(long number, Piece piece)
    {
        lock (_writing)
        {
            _done.Add(number, piece);
            while (!_isClosed && _done.Remove(_written, out var next))
            {
                if (next.Lines.Length > 0)
                    _write(next.Lines);
                Tally.Add(next.Tally);
                _written++;
                _isClosed = !next.IsWhole;
                next.Free();
            }

            Monitor.PulseAll(_writing);
        }
    }

    private void Fail(Exception exception)
    {
        _isStopped = true;
        lock (_writing)
        {
            _failure ??= exception;
            _isClosed = true;
            Monitor.PulseAll(_writing);
        }
    }
}
