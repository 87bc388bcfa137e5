namespace RuleEngine.Engine.Batch;

/// <summary>Checks records one after another and writes their lines. One thread uses it.</summary>
/// <param name="checker">What checks a record.</param>
/// <param name="makeText">Makes what lines are written with.</param>
public sealed class PieceChecker(RecordChecker checker, Func<IOutcomeText> makeText) : IPieceChecker
{
    private readonly Stack<IOutcomeText> _spare = [];

    /// <summary>Called with each outcome; null for nothing.</summary>
    public Action<Outcome>? Met { get; init; }

    /// <inheritdoc/>
    public Piece Check(IReadOnlyList<Record> records, Func<bool> isStopped)
    {
        var piece = new Written(this, Spare(), records.Count);
        foreach (var record in records)
        {
            if (isStopped())
                break;
            var outcome = checker.Check(record);
            piece.Add(outcome);
            Met?.Invoke(outcome);
        }

        return piece;
    }

    private IOutcomeText Spare()
    {
        lock (_spare)
            return _spare.TryPop(out var text) ? text : makeText();
    }

    private sealed class Written(PieceChecker checker, IOutcomeText text, int records) : Piece
    {
        public override ReadOnlySpan<byte> Lines => text.Written;

        public override Tally Tally { get; } = new();

        public override bool IsWhole => Tally.Summary.Inputs == records;

        public void Add(Outcome outcome)
        {
            text.Write(outcome);
            Tally.Add(outcome);
        }

        public override void Free()
        {
            text.Clear();
            lock (checker._spare)
                checker._spare.Push(text);
        }
    }
}
