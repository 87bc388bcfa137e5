namespace RuleEngine.Engine;

/// <summary>That a finding was accepted: it stays true and visible, and no longer fails the run.</summary>
/// <param name="By"><c>waiver</c> or <c>baseline</c>.</param>
/// <param name="Reason">Why; null for a baseline.</param>
/// <param name="Owner">Who answers for it; null for a baseline.</param>
/// <param name="Expires">The last day on which it holds, as in 2027-01-31; null for a baseline.</param>
public sealed record Acceptance(string By, string? Reason, string? Owner, string? Expires)
{
    /// <summary>That it was there when the baseline was written.</summary>
    public static Acceptance Baseline { get; } = new("baseline", null, null, null);
}
