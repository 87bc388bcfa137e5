namespace RuleEngine.Model.Rules;

/// <summary>A pure function from an arrangement to findings.</summary>
public delegate IEnumerable<Finding> Check(Arrangement arrangement);
