using RuleEngine.Model.Faults;

namespace RuleEngine.Engine;

/// <summary>What became of one input.</summary>
/// <param name="Path">The input, as it was given, with <c>/</c>.</param>
public abstract record Outcome(string Path);

/// <summary>The input could not be read as a proposal.</summary>
/// <param name="Path">The input.</param>
/// <param name="Faults">Why; at least one.</param>
public sealed record InvalidInput(string Path, IReadOnlyList<Fault> Faults) : Outcome(Path);

/// <summary>Well-formed JSON that is not a proposal, met where nobody named it.</summary>
/// <param name="Path">The input.</param>
public sealed record OtherJson(string Path) : Outcome(Path);
