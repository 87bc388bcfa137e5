using RuleEngine.Model.Faults;

namespace RuleEngine.Model.Rules;

/// <summary>A folder of rules and the facts that they may ask for.</summary>
/// <param name="Name">From <c>pack.json</c>; the folder's name where it has none.</param>
/// <param name="Version">From <c>pack.json</c>; empty where it has none.</param>
/// <param name="LazyHash">SHA-256, in lower-case hexadecimal, over the sorted relative paths and the contents of its scripts and data, line ends as LF.</param>
/// <param name="Principles">By id.</param>
/// <param name="Registry">The institutions it knows; null where it has no <c>institutions.json</c>.</param>
/// <param name="Faults">All that is wrong with it, the faults of single principles among them; empty when nothing is.</param>
public sealed record RulePack(
    string Name, string Version, Lazy<string> LazyHash, IReadOnlyList<Principle> Principles, InstitutionRegistry? Registry, IReadOnlyList<Fault> Faults)
{
    /// <summary>The sets that a run is limited to, in ordinal order; null for all.</summary>
    public IReadOnlyList<string>? Sets { get; private init; }

    /// <summary>The principles that proposals are asked about: all, or those of the sets.</summary>
    public IReadOnlyList<Principle> Asked => Sets is null ? Principles : [.. Principles.Where(principle => Sets.Contains(principle.Set))];

    /// <summary>The names of all sets, in ordinal order.</summary>
    public IReadOnlyList<string> SetNames => [.. Principles.Select(principle => principle.Set).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same pack, asked about some of its sets only. What is wrong with a script of another set is no fault then.</summary>
    /// <param name="sets">Names of sets; all when there are none.</param>
    public RulePack LimitedTo(IReadOnlyCollection<string> sets)
    {
        if (sets.Count == 0)
            return this;
        var left = Principles.Where(principle => !sets.Contains(principle.Set)).Select(principle => principle.Path).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Sets = [.. sets.Distinct().Order(StringComparer.Ordinal)],
            Faults = [.. Faults.Where(fault => !left.Contains(fault.Path))],
        };
    }

    /// <summary>The text of each script, line ends as LF, by the path that reports show.</summary>
    internal Func<string, string> Script { get; init; } = _ => "";

    /// <summary>What runs the rules elsewhere; null where they run in this process.</summary>
    internal object? Host { get; init; }

    /// <summary>What the content comes to, reckoned when it is first asked for.</summary>
    public string Hash => LazyHash.Value;
}
