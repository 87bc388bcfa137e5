using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Batch;

/// <summary>Why a verdict may be another one than before.</summary>
[Flags]
public enum Causes
{
    /// <summary>Nothing that results tell.</summary>
    None = 0,

    /// <summary>The rule pack is another one.</summary>
    Pack = 1,

    /// <summary>The engine has another version.</summary>
    Engine = 2,

    /// <summary>The proposal reads otherwise.</summary>
    Proposal = 4,
}

/// <summary>A principle whose verdict on a proposal is another one than before.</summary>
/// <param name="Principle">The principle.</param>
/// <param name="Path">The input.</param>
/// <param name="Record">The record's number; null outside of batches.</param>
/// <param name="Proposal">The proposal's id.</param>
/// <param name="Old">The verdict before; null where the principle was not asked.</param>
/// <param name="New">The verdict now; null where the principle is asked no more.</param>
/// <param name="Causes">What else is another one.</param>
public sealed record VerdictChange(string Principle, string Path, long? Record, string Proposal, Verdict? Old, Verdict? New, Causes Causes);
