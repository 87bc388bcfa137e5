using System.Collections;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine.Batch;

/// <summary>Results of an earlier run as a report. Its outcomes are read from the results each time that they are gone through, so that memory does not grow with them.</summary>
public static class RecordedReport
{
    /// <summary>Reads the results once, from beginning to end.</summary>
    /// <param name="path">What messages call them.</param>
    /// <param name="open">Opens them from their beginning.</param>
    /// <param name="pack">The pack that is at hand; it counts where it is the one that they were made with.</param>
    /// <param name="keepsRecords">Whether places are those within a record; else those in its file.</param>
    /// <exception cref="ResultFormatException">They are none.</exception>
    public static Report Read(string path, Func<Stream> open, RulePack pack, bool keepsRecords)
    {
        var (faults, notices, summary) = (new List<Fault>(), new List<Fault>(), Summary.None);
        using var reader = new ResultReader(path, open());
        var isAtHand = reader.Head.Rules == pack.LazyHash.Value;
        var outcomes = new Outcomes(path, open, () => isAtHand ? ResultWords.Of(pack, keepsRecords) : new ResultWords(new Dictionary<string, FindingKind>(), keepsRecords));
        var words = outcomes.MakeWords();
        while (reader.Read())
        {
            var line = reader.Understood(words.ReadLine);
            faults.AddRange(line.Faults);
            notices.AddRange(line.Notices);
            if (line.Outcome is { } outcome)
                summary = summary.With(outcome);
            if (line.Totals is { } totals)
            {
                summary = summary with { NotProposals = totals.Summary.NotProposals };
                notices.AddRange(totals.Waivers.Select(waiver => waiver.Notice).OfType<Fault>());
            }
        }

        var tool = new Tool(reader.Head.Version, new Lazy<string>(reader.Head.Rules), isAtHand ? pack.LimitedTo(reader.Head.Sets ?? []).Asked : []) { Sets = reader.Head.Sets };
        return new Report(tool, outcomes, faults, notices) { Summary = summary };
    }

    /// <summary>The outcomes of results.</summary>
    private sealed class Outcomes(string path, Func<Stream> open, Func<ResultWords> makeWords) : IEnumerable<Outcome>
    {
        public ResultWords MakeWords() => makeWords();

        public IEnumerator<Outcome> GetEnumerator()
        {
            using var reader = new ResultReader(path, open());
            var words = makeWords();
            while (reader.Read())
            {
                if (reader.Understood(words.ReadLine).Outcome is { } outcome)
                    yield return outcome;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
