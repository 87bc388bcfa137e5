using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing;

/// <summary>A token as it stands in the text, before it has a place in the structure.</summary>
/// <param name="Kind">What it is, or what it was meant to be.</param>
/// <param name="End">The byte after it.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
/// <param name="Message">The fault in words.</param>
/// <param name="IsUnclosed">Whether nothing after it can be read: it has no end, or no blank fits in its place.</param>
internal readonly record struct Lexeme(TokenKind Kind, int End, FaultKind? Fault = null, string Message = "", bool IsUnclosed = false);
