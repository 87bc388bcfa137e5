using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json;
using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Reporting;

namespace RuleEngine.Benchmarks;

/// <summary>
/// A corpus from file to jsonl on one thread and on two, beside a loop that does nothing but read its tokens, a hand-written program, and
/// Microsoft's RulesEngine: in turn, so that whatever else the machine does falls on all.
/// </summary>
public static class Batching
{
    private const int Rounds = 7;

    public static async Task Run(string corpus, TextWriter output)
    {
        var target = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var works = new (string Name, Func<Task> Work)[]
        {
            ("bare JsonTextReader", () => Done(() => Bare(corpus))),
            ("batch, 1 thread", () => Done(() => Batch(corpus, target, 1, Corpus.Pack))),
            ("batch, 2 threads", () => Done(() => Batch(corpus, target, 2, Corpus.Pack))),
            ("batch of all sets, 1 thread", () => Done(() => Batch(corpus, target, 1, Corpus.AllSets))),
            ("hand-written System.Text.Json", () => Done(() => Each(corpus, line => HandWritten.Violated(Draft.Read(line))))),
            ("RulesEngine", () => Done(() => Each(corpus, line => WithRulesEngine.Violated(Draft.Read(line)).GetAwaiter().GetResult()))),
        };
        var times = works.Select(_ => new List<double>()).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var index = 0; index < works.Length; index++)
            {
                // A run writes a new file; to cut off an old one is none of its work, and when it is closed the file system writes all of it to the disk.
                File.Delete(target);
                var start = Stopwatch.GetTimestamp();
                await works[index].Work();
                if (round > 0)
                    times[index].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        for (var index = 0; index < works.Length; index++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{works[index].Name,-30} {Median(times[index]):0.00} s; throughput / bare: {Ratio(times[0], times[index]):0.000}; / 1 thread: {Ratio(times[1], times[index]):0.00}"));
        output.WriteLine(await Agreement(corpus));
        File.Delete(target);
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static void Bare(string corpus)
    {
        using var reader = new JsonTextReader(new StreamReader(corpus)) { DateParseHandling = DateParseHandling.None, ArrayPool = Characters.Pool, SupportMultipleContent = true };
        while (reader.Read())
        {
        }
    }

    private static void Batch(string corpus, string target, int threads, RulePack pack)
    {
        var source = new BatchSource("corpus.ndjson", corpus, true, true, false, new FileInfo(corpus).Length, () => new FileStream(corpus, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));
        using var reader = new BatchReader([source]);
        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var checker = new Checker(pack, withExcerpts: false);
        var run = new BatchRun(reader, output.Write);
        run.Run([.. Enumerable.Range(0, threads).Select(_ => new PieceChecker(new RecordChecker(checker, new Settlement(new DateOnly(2026, 1, 1), null), EffectiveSettings.None, "/"), () => new JsonLine(withExcerpts: false)))], () => { });
    }

    private static void Each(string corpus, Action<ReadOnlySpan<byte>> work)
    {
        foreach (var line in File.ReadLines(corpus))
            work(System.Text.Encoding.UTF8.GetBytes(line));
    }

    /// <summary>Whether the three find the same principles violated.</summary>
    private static async Task<string> Agreement(string corpus)
    {
        var checker = new Checker(Corpus.Pack, withExcerpts: false);
        var (count, byHand, byEngine) = (0, 0, 0);
        foreach (var line in File.ReadLines(corpus).Take(2000))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(line);
            var ours = ((ProposalResult)checker.Check(Parsing.ProposalFile.Read("a", bytes), "a")).Principles.Where(each => each.Verdict == Verdict.Violated).Select(each => each.Id).ToList();
            count++;
            byHand += ours.SequenceEqual(HandWritten.Violated(Draft.Read(bytes))) ? 1 : 0;
            byEngine += ours.SequenceEqual((await WithRulesEngine.Violated(Draft.Read(bytes))).Order(StringComparer.Ordinal)) ? 1 : 0;
        }

        return string.Create(CultureInfo.InvariantCulture, $"Of {count} proposals, the hand-written program finds the same principles violated on {byHand}, RulesEngine on {byEngine}.");
    }

    private static double Ratio(List<double> bases, List<double> times)
    {
        var ratios = bases.Zip(times, (one, other) => one / other).ToList();
        return Median(ratios);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
