using RuleEngine.Engine.Settings;

namespace RuleEngine.Engine.Batch;

/// <summary>Checks records of a batch and settles what is found. One thread uses it.</summary>
/// <param name="checker">What checks proposals.</param>
/// <param name="settlement">What says how loud findings are and who has accepted them.</param>
/// <param name="settings">The settings of the whole batch.</param>
/// <param name="folder">The full path of the working folder.</param>
public sealed class RecordChecker(Checker checker, Settlement settlement, EffectiveSettings settings, string folder)
{
    /// <summary>Checks a record.</summary>
    public Outcome Check(Record record)
    {
        var path = record.Source.Path;
        var origin = record.Number == 0 ? null : new Origin(record.Number, record.Line, record.HashOrReckoned);
        if (record.Fault is { } fault)
            return new InvalidInput(path, [fault]) { Origin = origin };
        var outcome = checker.Begin(path, record.Bytes, record.Source.IsNamed, withContent: settlement.AsksForContent(settings))();
        if (outcome is ProposalResult result)
            outcome = settlement.Settle(result, FileOf(record), settings);
        return outcome with { Origin = origin };
    }

    /// <summary>Checks again a record whose result is at hand, where a waiver is about it: what became of the waiver, results do not say.</summary>
    public void Repeat(Record record, Outcome outcome)
    {
        if (outcome is ProposalResult result && settlement.IsWaiverAbout(FileOf(record), result.Proposal, settings))
            Check(record);
    }

    /// <summary>What has become of each waiver, of the records that were checked here.</summary>
    public IReadOnlyList<WaiverState> Waivers => settlement.States(settings);

    /// <summary>The same in a word each.</summary>
    internal List<WaiverFate> Fates => settlement.Fates(settings);

    /// <summary>Takes over what has become of each waiver where other records were checked.</summary>
    internal void Recall(IReadOnlyList<WaiverFate> fates) => settlement.Recall(settings, fates);

    private string FileOf(Record record) => record.Source.File == "-" ? Path.Combine(folder, "-") : record.Source.File;
}
