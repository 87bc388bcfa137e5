using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing;

/// <summary>A fault of syntax before it is located.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last one.</param>
/// <param name="Token">The token at fault, or the innermost open one; -1 outside the root.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record SyntaxFault(FaultKind Kind, int Start, int End, int Token, string Message);
