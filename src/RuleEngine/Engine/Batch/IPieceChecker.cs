namespace RuleEngine.Engine.Batch;

/// <summary>Checks records of a batch, a piece of them at a time.</summary>
public interface IPieceChecker
{
    /// <summary>Checks records, in their order.</summary>
    /// <param name="records">The records, at least one.</param>
    /// <param name="isStopped">Whether to end with what is checked so far; asked between records.</param>
    Piece Check(IReadOnlyList<Record> records, Func<bool> isStopped);
}
