using RuleEngine.Engine.Settings;

namespace RuleEngine.Engine.Batch;

/// <summary>What a part comes to: all that is needed to put it together with the others.</summary>
/// <param name="Summary">How many inputs came to what.</param>
/// <param name="Begins">The input that an earlier part began and this one goes on with; null where it begins with a new one.</param>
/// <param name="Goes">The input that the next part goes on with; null where this one ends with a whole one.</param>
/// <param name="Records">How many records of that input this part holds.</param>
/// <param name="Lines">How many lines of it.</param>
/// <param name="Waivers">What has become of each waiver of the configuration.</param>
public sealed record PartTotals(Summary Summary, string? Begins, string? Goes, long Records, long Lines, IReadOnlyList<WaiverState> Waivers)
{
    /// <summary>What a part comes to whose inputs have been read to their end.</summary>
    public static PartTotals Of(Summary summary, BatchReader reader, IReadOnlyList<WaiverState> waivers)
    {
        var goes = reader.GoesOn?.Path;
        return new PartTotals(summary, reader.Begins?.Path, goes, goes is null ? 0 : reader.Records, goes is null ? 0 : reader.Lines, waivers);
    }
}
