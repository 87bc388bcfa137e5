using System.Text;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Isolation;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Scripting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine;

/// <summary>A batch whose rules run in a process of their own comes to what it comes to here, whatever becomes of that process.</summary>
public class LostProcessTests
{
    private const int Records = 500;

    /// <summary>Two that may well be on their way together, the last one, and one between.</summary>
    private static readonly int[] Bad = [100, 103, 300, Records - 1];

    private static readonly DateOnly Today = new(2026, 1, 1);

    [TestCase("exit", "exit code 7", 2)]
    [TestCase("exit", "exit code 7", 1)]
    [TestCase("hang", "longer than 1.5 s", 2)]
    [TestCase("overflow", "exit code|more than 256 MB", 3)]
    [TestCase("noise", "an answer that is none|exit code|longer than", 2)]
    [TestCase("memory", "more than 256 MB|exit code", 2)]
    public void A_process_that_is_lost_loses_nothing_but_the_rule_that_took_it(string what, string reason, int threads)
    {
        using var folder = Pack(what);
        var limits = what == "overflow" ? IsolationTests.Limits with { Checking = TimeSpan.FromSeconds(30) } : IsolationTests.Limits;
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], IsolationTests.Misbehaving, limits);
        using var host = (IDisposable)pack.Host!;
        var met = new List<Outcome>();
        var (lines, tally) = Run(pack, what, threads, EffectiveSettings.None, met.Add, out _);

        var here = PackReader.Read([new PackSource(folder.Path, "pack")], new MisbehavingRules());
        var (expected, _) = Run(here, "good", 1, EffectiveSettings.None, null, out _);
        Assert.That(lines, Has.Length.EqualTo(Records));
        for (var index = 0; index < Records; index++)
        {
            if (!Bad.Contains(index))
                Assert.That(lines[index], Is.EqualTo(expected[index]));
        }

        foreach (var index in Bad)
        {
            var principles = JObject.Parse(lines[index])["principles"]!;
            Assert.That(principles.Select(principle => (string?)principle["verdict"]), Is.EqualTo(new[] { "upheld", "error", "upheld" }), $"record {index}");
            Assert.That(principles[1]!.ToString(), Does.Contain("RP020").And.Match(reason));
        }

        Assert.That((tally.Summary.Upheld, tally.Summary.Failed), Is.EqualTo((Records - Bad.Length, Bad.Length)));
        Assert.That(met.OfType<ProposalResult>().Select(result => result.Origin!.Record).Order(), Is.EqualTo(Enumerable.Range(1, Records)), "each is met once");
        Assert.That(met.OfType<ProposalResult>().Count(result => result.Verdict == Verdict.Error), Is.EqualTo(Bad.Length));
    }

    // The wait for an answer begins anew with each record: a piece of them may take longer than one may.
    [Test]
    public void Records_that_take_long_together_are_none_that_hangs()
    {
        using var folder = Pack("slow");
        using var counted = new CountedStarts();
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], counted.Command, IsolationTests.Limits);
        using var host = (IDisposable)pack.Host!;
        var checker = Isolated(pack, 1, EffectiveSettings.None, null, out _);
        Assert.That(checker.Check(RecordsOf([.. Enumerable.Repeat("slow", 10)]), () => false).Tally.Summary.Upheld, Is.EqualTo(10));
        Assert.That(counted.Starts, Is.EqualTo(1));
    }

    // More than a slot of the file that both have open: as records, as lines, and several at a time.
    [Test]
    public void What_is_large_goes_through_the_pipe()
    {
        using var folder = Pack("nothing");
        using var counted = new CountedStarts();
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], counted.Command, IsolationTests.Limits with { Memory = 1 << 30 });
        using var host = (IDisposable)pack.Host!;
        var here = PackReader.Read([new PackSource(folder.Path, "pack")], new MisbehavingRules());
        var isolated = Isolated(pack, 2, EffectiveSettings.None, null, out _);
        var checker = new PieceChecker(new RecordChecker(new Checker(here, withExcerpts: false), new Settlement(Today, null), EffectiveSettings.None, "/"), () => new JsonLine(withExcerpts: false));
        var pieces = Enumerable.Range(0, 12).Select(number => RecordsOf([.. Enumerable.Range(0, 60).Select(index => $"{number} {index}".PadRight(number % 2 == 0 ? 90_000 : 10))])).ToList();
        var checking = pieces[..4].ConvertAll(piece => new Lane<byte[]>(() => isolated.Check(piece, () => false).Lines.ToArray()));
        Assert.That(checking.Select(lane => lane.Result()), Is.EqualTo(pieces[..4].Select(piece => checker.Check(piece, () => false).Lines.ToArray())));
        foreach (var piece in pieces[4..])
            Assert.That(isolated.Check(piece, () => false).Lines.SequenceEqual(checker.Check(piece, () => false).Lines));
        Assert.That(counted.Starts, Is.EqualTo(1));
    }

    // One of them has room in the memory that several together have not.
    [Test]
    public void A_rule_that_has_room_alone_has_it_beside_others()
    {
        using var folder = Pack("eat");
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], IsolationTests.Misbehaving, IsolationTests.Limits);
        using var host = (IDisposable)pack.Host!;
        var checker = Isolated(pack, 3, EffectiveSettings.None, null, out _);
        var tallies = Enumerable.Range(0, 3).Select(_ => new Lane<Summary>(() => checker.Check(RecordsOf([.. Enumerable.Repeat("eat", 6)]), () => false).Tally.Summary)).ToList();
        Assert.That(tallies.Select(tally => (tally.Result().Upheld, tally.Result().Failed)), Is.All.EqualTo((6, 0)));
    }

    // The process has an hour; who ends the batch has not.
    [Test]
    public void What_is_on_its_way_is_given_up_at_the_end_though_a_rule_hangs()
    {
        using var folder = Pack("hang");
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], IsolationTests.Misbehaving, IsolationTests.Limits with { Checking = TimeSpan.FromHours(1) });
        using var host = (IDisposable)pack.Host!;
        var checker = Isolated(pack, 1, EffectiveSettings.None, null, out _);
        var good = checker.Check(RecordsOf(["good"]), () => false);
        Assert.That(good.Tally.Summary.Upheld, Is.EqualTo(1));
        var hanging = new Lane<Piece>(() => checker.Check(RecordsOf(["hang"]), () => false));
        checker.Dispose();
        Assert.Throws<ObjectDisposedException>(() => hanging.Result());
        Assert.Throws<ObjectDisposedException>(() => checker.Check(RecordsOf(["good"]), () => false));
    }

    [Test]
    public void Memory_is_looked_at_while_answers_come()
    {
        using var folder = Pack("leak");
        using var counted = new CountedStarts();
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], counted.Command, IsolationTests.Limits);
        using var host = (IDisposable)pack.Host!;
        var checker = new Checker(pack, withExcerpts: false);
        var begun = Enumerable.Range(0, 600).Select(number => checker.Begin(ProposalFile.Read("a.json", IsolationTests.Proposal("leak")), "a.json")).ToList();
        Assert.That(begun.Select(each => ((ProposalResult)each()).Verdict), Is.All.EqualTo(Verdict.Upheld));
        Assert.That(counted.Starts, Is.GreaterThan(1));
    }

    // What a waiver was found to stand for, the process knows that has been lost since.
    [Test]
    public void What_became_of_waivers_outlives_the_process()
    {
        using var folder = Pack("exit");
        var here = PackReader.Read([new PackSource(folder.Path, "pack")], new MisbehavingRules());
        var found = ((ProposalResult)new Checker(here, withExcerpts: true).Check(ProposalFile.Read("a", IsolationTests.Proposal("good")), "a")).Findings.First();
        folder.Write("ruleengine.json", new JObject(new JProperty("waivers", new JArray(
            Waiver("IV180", "a.ndjson", found.Address, found.Content!), Waiver("IV180", "a.ndjson", found.Address, new string('0', 16)), Waiver("IV280", "b.ndjson", "/title", found.Content!)))).ToString());
        var reader = new SettingsReader(folder.Path);
        var settings = reader.For(folder.Path);
        Assert.That(reader.Faults, Is.Empty);
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], IsolationTests.Misbehaving, IsolationTests.Limits);
        using var host = (IDisposable)pack.Host!;
        var isolated = Isolated(pack, 2, settings, null, out var checker, folder.Path);
        Assert.That(Fates(), Is.All.EqualTo(WaiverFate.NotAsked));
        isolated.Check(RecordsOf(["good"], folder.Path), () => false);
        isolated.Check(RecordsOf(["exit"], "/elsewhere"), () => false);
        Assert.That(Fates(), Is.EqualTo(new[] { WaiverFate.Matched, WaiverFate.Replaced, WaiverFate.NotAsked }));

        Run(here, "good", 1, settings, null, out var expected, folder.Path);
        Assert.That(Fates(), Is.EqualTo(expected.Waivers.Select(waiver => waiver.Fate)));

        IEnumerable<WaiverFate> Fates() => checker.Waivers.Select(waiver => waiver.Fate);
    }

    private static JObject Waiver(string id, string path, string address, string content) => new(
        new JProperty("id", id), new JProperty("path", path), new JProperty("address", address), new JProperty("content", content),
        new JProperty("reason", "A test."), new JProperty("owner", "Anna"), new JProperty("expires", "2027-01-31"));

    private static TemporaryFolder Pack(string what)
    {
        var folder = new TemporaryFolder();
        folder.Write("set/IV1-good.csx", "");
        folder.Write("set/IV2-bad.csx", what);
        folder.Write("set/IV3-good.csx", "");
        return folder;
    }

    private static List<Record> RecordsOf(string[] titles, string folder = "/") =>
        [.. titles.Select((title, index) => new Record(Source("", folder), index + 1, index + 1, IsolationTests.Proposal(title)))];

    private static BatchSource Source(string content, string folder = "/") =>
        new("a.ndjson", Path.Combine(folder, "a.ndjson"), true, true, false, content.Length, () => new MemoryStream(Encoding.UTF8.GetBytes(content)));

    private static IsolatedPieceChecker Isolated(RulePack pack, int threads, EffectiveSettings settings, Action<Outcome>? met, out RecordChecker checker, string folder = "/")
    {
        checker = new RecordChecker(new Checker(pack, withExcerpts: false), new Settlement(Today, null), settings, folder);
        return new IsolatedPieceChecker(pack, new BatchForm(threads, false, Today, settings, folder), checker, () => new JsonLine(withExcerpts: false)) { Met = met };
    }

    /// <summary>The lines of a batch, the bad ones of which have this title, and what they came to.</summary>
    private static (string[] Lines, Tally Tally) Run(RulePack pack, string what, int threads, EffectiveSettings settings, Action<Outcome>? met, out RecordChecker checker, string folder = "/")
    {
        var content = string.Concat(Enumerable.Range(0, Records).Select(index => Encoding.UTF8.GetString(IsolationTests.Proposal(Bad.Contains(index) ? what : "good")) + "\n"));
        using var reader = new BatchReader([Source(content, folder)]);
        using var output = new MemoryStream();
        var run = new BatchRun(reader, output.Write);
        if (pack.Host is null)
        {
            checker = new RecordChecker(new Checker(pack, withExcerpts: false), new Settlement(Today, null), settings, folder);
            run.Run([new PieceChecker(checker, () => new JsonLine(withExcerpts: false))], () => { });
        }
        else
        {
            var isolated = Isolated(pack, threads, settings, met, out checker, folder);
            run.Run([.. Enumerable.Repeat(isolated, isolated.Threads)], () => { });
        }

        return (Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), run.Tally);
    }

    /// <summary>A program of misbehaving rules that notes each time that it is started.</summary>
    private sealed class CountedStarts : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public IReadOnlyList<string> Command => OperatingSystem.IsWindows() ? IsolationTests.Misbehaving
            : ["sh", "-c", $"echo started >> {File}; exec {string.Join(' ', IsolationTests.Misbehaving)}"];

        public int Starts => OperatingSystem.IsWindows() ? 1 : System.IO.File.ReadAllLines(File).Length;

        private string File => Path.Combine(_folder.Path, "starts");

        public void Dispose() => _folder.Dispose();
    }
}
