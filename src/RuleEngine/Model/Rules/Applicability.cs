namespace RuleEngine.Model.Rules;

/// <summary>Whether a rule applies to an arrangement.</summary>
public delegate bool Applicability(Arrangement arrangement);
