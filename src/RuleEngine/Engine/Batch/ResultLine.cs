using RuleEngine.Model.Faults;

namespace RuleEngine.Engine.Batch;

/// <summary>A line of results after the first: one of these is not null, or not empty.</summary>
/// <param name="Outcome">What became of an input.</param>
/// <param name="Faults">What is wrong with the pack or a configuration.</param>
/// <param name="Notices">What a reader should know about waivers.</param>
/// <param name="Totals">What a part comes to: its last line.</param>
public sealed record ResultLine(Outcome? Outcome, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Notices, PartTotals? Totals);
