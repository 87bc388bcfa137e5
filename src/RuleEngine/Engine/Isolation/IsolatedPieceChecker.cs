using System.Runtime.ExceptionServices;
using RuleEngine.Engine.Batch;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// Has pieces of a batch checked by the process that runs the rules, several at a time. When it is lost, every record that it held is
/// checked by itself in a new one, so that only what a rule took with it is an error. Several threads may use it.
/// </summary>
public sealed class IsolatedPieceChecker : IPieceChecker, IDisposable
{
    /// <summary>So many pieces more than there are threads are on their way, so that none of them has to wait for one.</summary>
    private const int MoreOnTheirWay = 4;

    /// <summary>How long an end waits for what is being done.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly IsolatedRules _rules;
    private readonly IReadOnlyList<Principle> _asked;
    private readonly BatchForm _form;
    private readonly RecordChecker _checker;
    private readonly PieceChecker _careful;
    private readonly object _gate = new();

    /// <summary>The pieces that are on their way, by slot.</summary>
    private readonly Pending?[] _pending;
    private WorkerProcess? _prepared;
    private ExchangeFile? _file;

    /// <summary>Whether the process has the file open too.</summary>
    private bool _isShared;
    private int _underWay;
    private volatile Exception? _failure;

    /// <param name="pack">The pack, with rules that run in another process; at least one of them is asked about.</param>
    /// <param name="form">How records are checked.</param>
    /// <param name="checker">What checks those that the process was lost with.</param>
    /// <param name="makeText">Makes what their lines are written with.</param>
    public IsolatedPieceChecker(RulePack pack, BatchForm form, RecordChecker checker, Func<IOutcomeText> makeText)
    {
        (_asked, _form, _checker) = (pack.Asked, form, checker);
        _rules = (IsolatedRules)pack.Host!;
        _pending = new Pending?[form.Threads + MoreOnTheirWay];
        _careful = new PieceChecker(checker, makeText) { Met = outcome => Met?.Invoke(outcome) };
        new Thread(Receive) { IsBackground = true }.Start();
    }

    /// <summary>Called with the verdicts of each record, without their evidence; null for nothing.</summary>
    public Action<Outcome>? Met { get; init; }

    /// <summary>How many threads should use it, and at most may.</summary>
    public int Threads => _pending.Length;

    /// <inheritdoc/>
    public Piece Check(IReadOnlyList<Record> records, Func<bool> isStopped)
    {
        var pending = new Pending(records);
        lock (_gate)
        {
            if (_failure is not null)
                ExceptionDispatchInfo.Throw(_failure);
            Send(pending);
        }

        pending.Result.TryTake(out var result);
        if (result.Failure is not null)
            ExceptionDispatchInfo.Throw(result.Failure);
        return result.Piece!;
    }

    /// <summary>Gives up what is on its way. The process is left to whoever reads the pack.</summary>
    public void Dispose()
    {
        _failure ??= new ObjectDisposedException(nameof(IsolatedPieceChecker));
        _file?.Hide();

        // Who checks carefully may hold the gate for as long as a rule hangs; it looks for a failure after each piece.
        if (Monitor.TryEnter(_gate, Patience))
        {
            Fail(_failure);
            Monitor.Exit(_gate);
        }
    }

    private void Send(Pending pending)
    {
        var records = pending.Records;
        if (_prepared != _rules.Worker)
            Prepare();
        var slot = Array.IndexOf(_pending, null);
        _pending[slot] = pending;
        if (_underWay++ == 0)
            Monitor.Pulse(_gate);
        var isInFile = IsInFile(slot, records);
        _rules.Worker.Send(wire =>
        {
            wire.Write(Message.CheckPiece);
            wire.Write(slot);
            wire.Write(isInFile);
            wire.Write(records, withBytes: !isInFile);
        });
    }

    /// <summary>Whether the records could be put into the file.</summary>
    private bool IsInFile(int slot, IReadOnlyList<Record> records)
    {
        if (!_isShared)
            return false;
        var offset = 0;
        foreach (var record in records)
        {
            if (!_file!.TryWrite(slot, offset, record.Bytes))
                return false;
            offset += record.Bytes.Length;
        }

        return true;
    }

    /// <summary>Tells a new process how to check.</summary>
    private void Prepare()
    {
        _file?.Dispose();
        (_file, _isShared) = (ExchangeFile.Create(), false);
        _prepared = _rules.Worker;
        _prepared.Send(wire =>
        {
            wire.Write(Message.Prepare);
            _form.Write(wire);
            wire.Write(Met is not null);
            wire.WriteOptional(_file?.Path, wire.Write);
            wire.WriteAll(_asked, principle => wire.Write(principle, principle.Rule is null ? null : _rules.NumberOf(principle.Path)));
        });
    }

    /// <summary>Takes what the process says, for as long as anybody waits for it.</summary>
    private void Receive()
    {
        try
        {
            while (true)
            {
                lock (_gate)
                {
                    while (_underWay == 0 && _failure is null)
                        Monitor.Wait(_gate);
                    if (_failure is not null)
                    {
                        Fail(_failure);
                        return;
                    }
                }

                try
                {
                    var (tag, content) = _rules.Worker.Next(_rules.Limits.Checking);
                    Take(tag, content);
                }
                catch (Exception exception) when (IsolatedRules.IsLost(exception))
                {
                    CheckCarefully();
                }
            }
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            _failure ??= exception;
            foreach (var pending in _pending)
                pending?.Result.Add((null, _failure));
            Monitor.Pulse(_gate);
        }
    }

    private void Take(byte tag, BinaryReader content)
    {
        lock (_gate)
        {
            if (_failure is not null)
                return;
            if (tag == Frame.CheckedPiece)
                TakePiece(content);
            else if (tag == Frame.Prepared)
                Share(content.ReadBoolean());
            else if (tag != Frame.GoesOn)
                throw new InvalidDataException();
        }
    }

    private void Share(bool isOpen)
    {
        _isShared = isOpen && _file is not null;
        _file?.Hide();
    }

    private void TakePiece(BinaryReader content)
    {
        var slot = content.ReadInt32();
        var pending = slot >= 0 && slot < _pending.Length && _pending[slot] is { } its ? its : throw new InvalidDataException();
        var piece = ReceivedPiece.Read(content, pending.Records, _asked, Met is not null, _isShared ? _file : null, slot);
        _checker.Recall(piece.Fates);
        foreach (var result in piece.Results)
            Met?.Invoke(result);
        Hand(slot, piece);
    }

    private void CheckCarefully()
    {
        lock (_gate)
        {
            if (_failure is not null)
                return;
            _rules.Start();
            for (var slot = 0; slot < _pending.Length; slot++)
            {
                if (_failure is null && _pending[slot] is { } pending)
                    Hand(slot, _careful.Check(pending.Records, () => false));
            }
        }
    }

    private void Hand(int slot, Piece piece)
    {
        _pending[slot]!.Result.Add((piece, null));
        _pending[slot] = null;
        _underWay--;
    }

    /// <summary>Records that are on their way, and what becomes of them.</summary>
    private sealed record Pending(IReadOnlyList<Record> Records)
    {
        public Mailbox<(Piece? Piece, Exception? Failure)> Result { get; } = new();
    }
}
