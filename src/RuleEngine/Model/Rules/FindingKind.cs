namespace RuleEngine.Model.Rules;

/// <summary>One thing that a rule can say, declared once. Two declarations are equal when they say the same.</summary>
/// <param name="Id">The rule's id and two digits: 01-49 violations, 50-66 gaps, 70-78 concerns, 80-99 supports; 67, 69 and 79 are the engine's.</param>
/// <param name="Role">What it means for the verdict.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record FindingKind(string Id, Role Role, string Title)
{
    /// <summary>How loud it is unless a configuration says otherwise.</summary>
    public Severity DefaultSeverity =>
        Role == Role.Violation ? Severity.Error
        : Role == Role.Gap ? Severity.Warning
        : Role == Role.Concern ? Severity.Info
        : Severity.None;
}
