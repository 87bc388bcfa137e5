namespace RuleEngine.Engine.Batch;

/// <summary>Writes outcomes as text, one line each.</summary>
public interface IOutcomeText
{
    /// <summary>What is written.</summary>
    ReadOnlySpan<byte> Written { get; }

    /// <summary>Writes one more; nothing for what is no proposal.</summary>
    void Write(Outcome outcome);

    /// <summary>Forgets what is written.</summary>
    void Clear();
}
