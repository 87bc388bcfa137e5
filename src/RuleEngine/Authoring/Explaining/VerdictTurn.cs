using RuleEngine.Model.Rules;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Authoring.Explaining;

/// <summary>A change of a proposal that gives a principle another verdict. It was made, and the verdict is what came of it.</summary>
/// <param name="Operations">The change, one operation or two, as a JSON Patch: in this order.</param>
/// <param name="Verdict">The other verdict.</param>
public sealed record VerdictTurn(IReadOnlyList<PatchOperation> Operations, Verdict Verdict);
