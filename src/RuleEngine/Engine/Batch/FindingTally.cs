using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Batch;

/// <summary>How many proposals have a finding that nobody has accepted.</summary>
/// <param name="id">The finding.</param>
/// <param name="role">Its role.</param>
/// <param name="title">What it says, in a few words.</param>
public sealed class FindingTally(string id, Role role, string title)
{
    /// <summary>The finding.</summary>
    public string Id => id;

    /// <summary>Its role.</summary>
    public Role Role => role;

    /// <summary>What it says, in a few words.</summary>
    public string Title => title;

    /// <summary>How many proposals have it, be it once or more often.</summary>
    public int Proposals { get; private set; }

    internal void Add(int proposals) => Proposals += proposals;
}
