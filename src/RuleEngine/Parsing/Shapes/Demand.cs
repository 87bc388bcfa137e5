using RuleEngine.Model;
using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing.Shapes;

/// <summary>What one property of an object demands of another.</summary>
/// <param name="IsBroken">Whether an object with these properties, all of them well formed or absent, breaks it.</param>
/// <param name="Fault">The fault then.</param>
/// <param name="Missing">The property that is missing then; null where the object as a whole is wrong.</param>
/// <param name="Message">The fault in words.</param>
/// <param name="Schema">The same in JSON Schema.</param>
internal sealed record Demand(
    Func<Node, Stated, bool> IsBroken, FaultKind Fault, string? Missing, Func<Node, string> Message, Func<string> Schema);
