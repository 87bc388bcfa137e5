using RuleEngine.Model.Faults;

namespace RuleEngine.Engine;

/// <summary>What became of one input.</summary>
/// <param name="Path">The input, as it was given, with <c>/</c>.</param>
public abstract record Outcome(string Path)
{
    /// <summary>Which record of a batch it is; null outside of batches.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>Which record of a batch an outcome is about.</summary>
/// <param name="Record">Its number in its input, from 1.</param>
/// <param name="Line">The line of the input, decompressed, on which it starts, from 1.</param>
/// <param name="Input">SHA-256 of its bytes without the line's end, in hexadecimal digits; null where they could not be read.</param>
public sealed record Origin(long Record, long Line, string? Input);

/// <summary>The input could not be read as a proposal.</summary>
/// <param name="Path">The input.</param>
/// <param name="Faults">Why; at least one.</param>
public sealed record InvalidInput(string Path, IReadOnlyList<Fault> Faults) : Outcome(Path);

/// <summary>Well-formed JSON that is not a proposal, met where nobody named it.</summary>
/// <param name="Path">The input.</param>
public sealed record OtherJson(string Path) : Outcome(Path);
