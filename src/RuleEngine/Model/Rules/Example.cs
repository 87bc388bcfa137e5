namespace RuleEngine.Model.Rules;

/// <summary>A small arrangement that shows what a rule does: its test and its documentation.</summary>
/// <param name="Verdict">The verdict it must get.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Json">The arrangement, in the proposal format.</param>
public sealed record Example(Verdict Verdict, string Title, string Json);
