namespace RuleEngine.Model.Places;

/// <summary>
/// Where something stands. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.
/// </summary>
/// <param name="Line">The line of the first character.</param>
/// <param name="Column">The column of the first character.</param>
/// <param name="EndLine">The line of the last character.</param>
/// <param name="EndColumn">The column after the last character.</param>
/// <param name="Pointer">JSON Pointer (RFC 6901); for what is absent, the pointer it would have; null in a text that is not JSON.</param>
/// <param name="Address">The pointer with each index replaced by who stands there: <c>/articles[V]/provisions[defense]</c>; null in a text that is not JSON.</param>
/// <param name="Missing">Whether the place is that of something absent: the opening bracket of what lacks it.</param>
public sealed record Location(
    int Line, int Column, int EndLine, int EndColumn, string? Pointer, string? Address, bool Missing = false);
