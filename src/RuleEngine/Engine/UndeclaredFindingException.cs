namespace RuleEngine.Engine;

/// <summary>A check reported a finding that its rule does not declare.</summary>
internal sealed class UndeclaredFindingException(string id) : Exception($"The rule reports {id} and does not declare it in Findings.");
