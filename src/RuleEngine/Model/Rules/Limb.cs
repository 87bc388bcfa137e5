namespace RuleEngine.Model.Rules;

/// <summary>A part of a principle that is decided by itself. One violated limb violates the principle.</summary>
/// <param name="Name">The limb's name; null for the only limb of a rule.</param>
/// <param name="Checks">What is looked at.</param>
public sealed record Limb(string? Name, IReadOnlyList<Check> Checks)
{
    /// <summary>What is looked at.</summary>
    public IReadOnlyList<Check> Checks { get; init => field = Members<Check>.Copy(value); } = Members<Check>.Copy(Checks);
}
