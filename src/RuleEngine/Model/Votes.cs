namespace RuleEngine.Model;

/// <summary>The votes that one party has in a body.</summary>
/// <param name="Party">The party.</param>
/// <param name="Number">0 or more.</param>
public sealed record Votes(Party Party, double Number);
