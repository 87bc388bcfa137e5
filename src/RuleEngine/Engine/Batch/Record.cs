using RuleEngine.Model.Faults;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>One record of a batch: a proposal, or what should be one.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Number">Its number there, from 1; 0 where the source cannot be opened.</param>
/// <param name="Line">The line on which it starts, from 1; 0 where the source cannot be opened.</param>
/// <param name="Bytes">Its content without the line's end; empty where there is a fault.</param>
/// <param name="Fault">Why it cannot be read; null where it can.</param>
/// <param name="Hash">The hash of its bytes, where they have been passed over; null where they are still to be hashed, or were never read.</param>
public sealed record Record(BatchSource Source, long Number, long Line, byte[] Bytes, Fault? Fault = null, string? Hash = null)
{
    /// <summary>The hash of its bytes; null where they were never read.</summary>
    internal string? HashOrReckoned => Hash ?? (Number > 0 && Fault is null ? LineReader.HashOf(Bytes) : null);
}
