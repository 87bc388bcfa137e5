using RuleEngine.Model.Faults;

namespace RuleEngine.Parsing;

/// <summary>A fault and the byte where it stands.</summary>
internal sealed record PlacedFault(int Offset, Fault Fault)
{
    /// <summary>What is wrong with the syntax of a text and what a cursor reported, in the order of the text.</summary>
    public static IReadOnlyList<Fault> InOrder(JsonText text, JsonCursor cursor) =>
        text.HasSyntaxFault || cursor.Faults.Count > 0
            ? [.. text.SyntaxFaults().Concat(cursor.Faults).OrderBy(fault => fault.Offset).Select(fault => fault.Fault)]
            : [];
}
