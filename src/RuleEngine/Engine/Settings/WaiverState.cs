using RuleEngine.Model.Faults;

namespace RuleEngine.Engine.Settings;

/// <summary>What has become of a waiver in a run or a part of it.</summary>
/// <param name="Fate">What has become of it.</param>
/// <param name="Notice">What a reader should know; null for nothing.</param>
public sealed record WaiverState(WaiverFate Fate, Fault? Notice)
{
    /// <summary>The states of the same waivers in several parts, put together: what one part's findings match, no other part need match.</summary>
    /// <param name="parts">The states of each part, all of one length.</param>
    public static List<WaiverState> Together(IReadOnlyList<IReadOnlyList<WaiverState>> parts) =>
        parts.Count == 0 ? [] : [.. parts[0].Select((_, index) => parts.Select(part => part[index]).MaxBy(state => state.Fate)!)];
}
