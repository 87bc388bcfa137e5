using RuleEngine.Model;
using RuleEngine.Model.Words;

namespace RuleEngine.Engine;

/// <summary>What kind of alignment a proposal is, as reports say it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Because">The clauses that make it so, as JSON Pointers; empty where it is unstated.</param>
public sealed record ReportedAlignment(AlignmentKind Kind, IReadOnlyList<string> Because)
{
    internal static ReportedAlignment Of(Arrangement arrangement) =>
        new(arrangement.Alignment.Kind, Array.AsReadOnly([.. arrangement.Alignment.Because.Select(provision => provision.Place.Location.Pointer!)]));
}
