using System.Text;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Isolation;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Cli;
using RuleEngine.Scripting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Engine;

/// <summary>A process of their own holds rules that nothing else does: what one takes with it is an error of that one, and all else is done.</summary>
public class IsolationTests
{
    internal static readonly IsolationLimits Limits = new(256L << 20, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1.5));

    internal static readonly IReadOnlyList<string> Misbehaving = ["dotnet", "exec", typeof(MisbehavingRules).Assembly.Location];

    [TestCase("exit", "exit code 7")]
    [TestCase("look around", "exit code 5")]
    [TestCase("hang", "longer than 1.5 s")]
    [TestCase("overflow", "exit code|more than 256 MB")]
    [TestCase("noise", "an answer that is none|exit code|longer than")]
    [TestCase("memory", "more than 256 MB|exit code")]
    public void A_rule_that_takes_its_process_with_it_is_an_error_on_that_proposal(string what, string reason)
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("RULEENGINE_TEST_SECRET", "which is not the rules' to know");
        folder.Write("set/IV1-good.csx", "");
        folder.Write("set/IV2-bad.csx", what);
        folder.Write("set/IV3-good.csx", "");
        // To tell of a stack that is full takes a busy machine longer than a hang is given here.
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], Misbehaving, what == "overflow" ? Limits with { Checking = TimeSpan.FromSeconds(30) } : Limits);
        using var host = (IDisposable)pack.Host!;
        Assert.That(pack.Faults, Is.Empty);
        var checker = new Checker(pack, withExcerpts: false);
        var begun = Enumerable.Range(0, 50).Select(number => checker.Begin(ProposalFile.Read($"{number}.json", Proposal(number == 20 ? what : "good")), $"{number}.json")).ToList();
        var results = begun.ConvertAll(each => (ProposalResult)each());
        Assert.That(results.Select(result => result.Path), Is.EqualTo(Enumerable.Range(0, 50).Select(number => $"{number}.json")));
        Assert.That(results.SelectMany(result => result.Principles).Count(principle => principle.Verdict == Verdict.Upheld), Is.EqualTo(149));
        var lost = results[20].Principles[1];
        Assert.That((lost.Id, lost.Verdict, lost.Fault?.Kind.Id, lost.Fault?.Path), Is.EqualTo(("IV2", Verdict.Error, "RP020", "pack/set/IV2-bad.csx")));
        Assert.That(lost.Fault!.Message, Does.Match(reason));
    }

    // The other end waits so long for each answer, and takes the first that is missing for the one that hangs: none may wait for the next check.
    [Test]
    public void An_answer_is_handed_on_before_the_next_proposal_is_looked_at_though_it_is_there()
    {
        var (input, output) = (new MemoryStream(), new MemoryStream());
        var wire = new BinaryWriter(input);
        wire.Write(false);
        wire.WriteAll([ScriptSource.Of("pack/set/IV1-good.csx", "set/IV1-good.csx", "")], wire.Write);
        wire.WriteAll(Array.Empty<int>(), wire.Write);
        for (var number = 0; number < 5; number++)
        {
            wire.Write(Message.Check);
            wire.Write("a.json");
            wire.Write(true);
            wire.Write((byte)0);
            wire.Write(Proposal("good").Length);
            wire.Write(Proposal("good"));
            wire.WriteAll(Array.Empty<int>(), wire.Write);
        }

        input.Position = 0;
        var loader = new WatchingRules(() => output.Length);
        RuleWorker.Run(input, output, loader, withExcerpts => new JsonLine(withExcerpts));
        Assert.That(loader.Seen, Has.Count.EqualTo(5).And.Ordered.And.Unique);
    }

    [TestCase("exit")]
    [TestCase("hang")]
    [TestCase("overflow")]
    public void A_script_that_takes_its_process_with_it_on_loading_is_left_out(string what)
    {
        using var folder = new TemporaryFolder();
        folder.Write("set/IV1-good.csx", "");
        folder.Write("set/IV2-bad.csx", "loading " + what);
        folder.Write("set/IV3-bad.csx", "loading exit");
        var pack = IsolatedPack.Read([new PackSource(folder.Path, "pack")], Misbehaving, Limits);
        using var host = (IDisposable)pack.Host!;
        Assert.That(pack.Faults.Select(fault => (fault.Path, fault.Kind.Id)), Is.EqualTo(new[] { ("pack/set/IV2-bad.csx", "RP020"), ("pack/set/IV3-bad.csx", "RP020") }));
        var result = (ProposalResult)new Checker(pack, withExcerpts: false).Check(ProposalFile.Read("a.json", Proposal("good")), "a.json");
        Assert.That(result.Principles.Select(principle => principle.Verdict), Is.EqualTo(new[] { Verdict.Upheld, Verdict.Error, Verdict.Error }));
    }

    [Test]
    public void A_program_that_cannot_be_started_is_said()
    {
        using var folder = new TemporaryFolder();
        folder.Write("set/IV1-good.csx", "");
        Assert.Throws<IOException>(() => IsolatedPack.Read([new PackSource(folder.Path, "pack")], ["/nowhere/at/all"], Limits));
        Assert.Throws<IOException>(() => IsolatedPack.Read([new PackSource(folder.Path, "pack")], ["dotnet", "--version"], Limits));
    }

    // Every finding with its places, notes and sources, over all the repository's arrangements and rules.
    [TestCase("json")]
    [TestCase("html")]
    [TestCase("sarif")]
    public void Isolated_rules_give_the_same_bytes(string format)
    {
        using var shell = new Shell(Repository.Root);
        var here = shell.Run("check", "rules/examples", "--format", format);
        var isolated = shell.Run("check", "rules/examples", "--format", format, "--isolate");
        Assert.That(here.Code, Is.EqualTo(1));
        Assert.That(isolated, Is.EqualTo(here));
    }

    // What is no proposal, what is a bad one, and what a configuration or a baseline makes of findings: none of it is read where the rules are not.
    [TestCase("check", ".", "--format", "json")]
    [TestCase("check", ".", "--format", "text", "--verbose")]
    [TestCase("check", ".", "--format", "concise", "--excerpts", "--baseline", "known.json")]
    [TestCase("check", "drafts/words.json", "drafts/other.json", "drafts/absent.json", "--format", "json")]
    [TestCase("check", "--only-proposals", "drafts/words.json", "drafts/spoilt.json", "drafts/other.json", "drafts/absent.json", "drafts/pact.json")]
    [TestCase("batch", "drafts", "lines.ndjson", "--excerpts", "--summary", "-j", "2")]
    [TestCase("batch", "drafts", "lines.ndjson", "--summary", "-j", "1")]
    [TestCase("batch", "drafts", "lines.ndjson", "--shard", "1/1", "-j", "3")]
    public void Isolated_rules_make_the_same_of_whatever_they_meet(params string[] arguments)
    {
        var treaty = File.ReadAllText(Repository.PathOf("rules/examples/north-atlantic-treaty-1949.json"));
        var draft = """{ "id": "pact", "title": "Pact «é» 𝄞", "parties": [{ "id": "aland", "name": "Åland" }, { "id": "b", "name": "B" }], "articles": [{ "number": "1", "note": "Ein\tTab", "provisions": [{ "kind": "defense", "obligors": ["aland"], "binding": false }, { "kind": "trade" }] }] }""";
        using var shell = new Shell()
            .With("ruleengine.json", """{ "severity": { "FA201": "warning" }, "waivers": [{ "id": "FA270", "path": "drafts/*.json", "address": "/nowhere", "reason": "For now.", "owner": "Anna", "expires": "2099-01-01" }] }""")
            .With("drafts/treaty.json", treaty).With("drafts/crlf.json", treaty.ReplaceLineEndings("\r\n")).With("drafts/pact.json", draft).With("drafts/marked.json", "\uFEFF" + draft)
            .With("drafts/spoilt.json", "{ \"parties\": [").With("drafts/nothing.json", "").With("drafts/words.json", "words").With("drafts/other.json", "{}")
            .With("drafts/bad.json", """{ "id": "bad", "title": 7, "parties": [], "articles": [{ "number": "1", "provisions": [{ "kind": "defence" }] }] }""")
            .With("lines.ndjson", draft + "\n{}\nwords\n" + draft.Replace("\"defense\"", "\"alliance\"", StringComparison.Ordinal) + "\n" + draft);
        Assert.That(shell.Run("check", "drafts/pact.json", "drafts/treaty.json", "--write-baseline", "known.json").Code, Is.Not.EqualTo(2));
        var here = shell.Run(arguments);
        Assert.That(here.Output, Is.Not.Empty, here.Error);
        Assert.That(shell.Run([.. arguments, "--isolate"]), Is.EqualTo(here));
    }

    [TestCase("json")]
    [TestCase("jsonl")]
    [TestCase("text")]
    public void A_message_that_no_encoding_has_comes_back_as_it_is_shown_here(string format)
    {
        using var pack = new InventedPack().Add("set/IV1-odd.csx", InventedPack.Script("yield return arrangement.Report(Right, \"lone \\ud800 here \\ud834\\udd1e\").With(arrangement.At.Purpose, \"\\udc00\");"));
        using var shell = new Shell().With("a.json", Encoding.UTF8.GetString(Proposal("good")));
        var here = shell.Run("check", "a.json", "--rules", pack.Folder, "--format", format, "--verbose");
        Assert.That(here.Output, Does.Contain("lone \uFFFD here "), here.Error);
        Assert.That(shell.Run("check", "a.json", "--rules", pack.Folder, "--format", format, "--verbose", "--isolate"), Is.EqualTo(here));
    }

    // Whatever bytes a child sends, they are an answer or none, and nothing else goes wrong with the one that reads them.
    [Test]
    public void A_garbled_answer_is_none_or_another()
    {
        var outcome = new Checker(Shipped.Pack, withExcerpts: true).Check(ProposalFile.Read("a.json", File.ReadAllBytes(Repository.PathOf("rules/examples/north-atlantic-treaty-1949.json"))), "a.json");
        var principles = Shipped.Pack.Principles.Index().ToDictionary(each => each.Index, each => each.Item);
        var answer = new MemoryStream();
        new BinaryWriter(answer).Write(outcome, [.. principles.Keys], AskedEvidence.Excerpts | AskedEvidence.Content);
        var form = new MemoryStream();
        new BinaryWriter(form).Write(Shipped.Pack.Principles[0].Rule!);
        var tally = new Tally();
        tally.Add(outcome);
        var record = new Record(new BatchSource("a.ndjson", "/a.ndjson", true, true, false, 0, () => Stream.Null), 1, 1, []);
        var piece = new MemoryStream();
        new BinaryWriter(piece).Write(tally);
        new BinaryWriter(piece).WriteVerdicts(outcome);
        var random = new Random(14);
        for (var run = 0; run < 30_000; run++)
        {
            var garbled = (run % 3 == 0 ? answer : run % 3 == 1 ? piece : form).ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                garbled[random.Next(random.Next(2) == 0 ? 200 : garbled.Length)] = (byte)random.Next(256);
            try
            {
                var reader = new BinaryReader(new MemoryStream(garbled));
                if (run % 3 == 0)
                    reader.ReadOutcome("a.json", principles);
                else if (run % 3 == 1)
                    Assert.That((reader.ReadTally(), reader.ReadVerdicts(record, Shipped.Pack.Principles)).Item1.Summary.Inputs, Is.Not.Negative);
                else
                    Assert.That(reader.ReadRule().Findings.Select(kind => kind.Role), Has.None.Null);
            }
            catch (Exception exception) when (IsolatedRules.IsLost(exception))
            {
                // Said to be none.
            }
        }
    }

    /// <summary>A rule that notes what has been handed on whenever it is asked.</summary>
    private sealed class WatchingRules(Func<long> handedOn) : IScriptLoader
    {
        public List<long> Seen { get; } = [];

        public void Begin(IReadOnlyList<ScriptSource> scripts, IReadOnlyList<PackFiles.PackFile> registries)
        {
        }

        public void End()
        {
        }

        public Rule Load(ScriptSource script, List<Fault> faults) => new()
        {
            Title = "Invented", Source = "Nowhere", Why = "To watch.", Findings = [], Examples = [],
            Checks =
            [
                _ =>
                {
                    Seen.Add(handedOn());
                    return [];
                },
            ],
        };
    }

    /// <summary>So large that a pipe does not hold all that is sent before the first answer is waited for.</summary>
    internal static byte[] Proposal(string title) => Encoding.UTF8.GetBytes($$"""{ "id": "a", "title": "{{title}}", "parties": [{ "id": "aland", "name": "Aland" }] }{{new string(' ', 8192)}}""");
}
