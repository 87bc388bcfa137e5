namespace RuleEngine.Model.Rules;

/// <summary>A pure function from an arrangement, and what the rule's limbs found in it, to concerns.</summary>
public delegate IEnumerable<Finding> Review(Arrangement arrangement, IReadOnlyList<Finding> found);
