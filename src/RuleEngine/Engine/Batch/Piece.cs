namespace RuleEngine.Engine.Batch;

/// <summary>Records of a batch that were checked together.</summary>
public abstract class Piece
{
    /// <summary>Their lines, whole ones in the order of the records; empty where none has one.</summary>
    public abstract ReadOnlySpan<byte> Lines { get; }

    /// <summary>What they came to.</summary>
    public abstract Tally Tally { get; }

    /// <summary>Whether all of them were checked: what comes after them is not written otherwise.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>Says that the lines are used no more.</summary>
    public virtual void Free()
    {
    }
}
