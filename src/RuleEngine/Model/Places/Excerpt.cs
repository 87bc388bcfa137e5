namespace RuleEngine.Model.Places;

/// <summary>A place's own lines: at most 5, each of at most 200 characters.</summary>
/// <param name="Line">The number of the first line shown, from 1.</param>
/// <param name="Column">The column of the first character shown of every line, from 1; above 1 where long lines were cut on the left.</param>
/// <param name="Lines">The lines, without their ends.</param>
public sealed record Excerpt(int Line, int Column, IReadOnlyList<string> Lines);
