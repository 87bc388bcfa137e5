using RuleEngine.Model.Faults;

namespace RuleEngine.Engine.Settings;

/// <summary>
/// What has become of a waiver in a part of a run. Of several parts the highest rank holds for all: what one part's findings match, no other
/// part need match.
/// </summary>
/// <param name="Rank">0 its path means nothing checked, 1 nothing matches, 2 another waiver took its place, 3 what it accepts has changed, 4 it matches, 5 it has expired.</param>
/// <param name="Notice">What a reader should know; null for nothing.</param>
public sealed record WaiverState(int Rank, Fault? Notice)
{
    /// <summary>The states of the same waivers in several parts, put together.</summary>
    /// <param name="parts">The states of each part, all of one length.</param>
    public static List<WaiverState> Together(IReadOnlyList<IReadOnlyList<WaiverState>> parts) =>
        parts.Count == 0 ? [] : [.. parts[0].Select((_, index) => parts.Select(part => part[index]).MaxBy(state => state.Rank)!)];
}
