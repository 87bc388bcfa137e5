using System.IO.Compression;
using System.Text;
using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Benchmarks;
using RuleEngine.Tests.Testing;
using ZstdSharp;

namespace RuleEngine.Tests.Cli;

/// <summary><c>ruleengine batch</c>: what it reads, what it writes, and what it does about what is wrong.</summary>
public class BatchTests
{
    private const string Good = """{"id":"river","title":"River","parties":[{"id":"aland","name":"Aland"}]}""";
    private const string Pact = """{"id":"pact","title":"Pact","parties":[{"id":"aland","name":"Aland"}],"articles":[{"number":"1","provisions":[{"kind":"defense"}]}]}""";

    [Test]
    public void Each_record_is_a_line_with_its_number_its_line_and_the_hash_of_its_bytes()
    {
        using var shell = new Shell().With("a.ndjson", $"\n{Good}\r\n   \n{Pact}\n{{\"id\":1\n");
        var ran = shell.Run("batch", "a.ndjson");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, "ruleengine: 1 input could not be read as a proposal; \"errors\" and \"error\" in the results say why.\n")));
        var lines = Lines(ran.Output);
        Assert.That(lines[0].Properties().Select(property => property.Name), Is.EqualTo(new[] { "schemaVersion", "tool" }));
        Assert.That(lines.Skip(1).Select(line => ((int)line["record"]!, (int)line["line"]!, (string?)line["proposal"])), Is.EqualTo(new (int, int, string?)[] { (1, 2, "river"), (2, 4, "pact"), (3, 5, null) }));
        Assert.That((string?)lines[1]["input"], Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Good)))));
        Assert.That(lines[3]["errors"]!.Select(error => (string?)error["id"]), Does.Contain("IN003"));
    }

    [Test]
    public void Folders_globs_lines_documents_and_what_is_compressed_come_in_the_order_of_the_arguments()
    {
        using var shell = new Shell().With("drafts/b.json", Pact).With("drafts/a.ndjson", Good + "\n" + Pact).With("drafts/deep/c.json", Good).With("drafts/other.json", "{}").With("drafts/.hidden/d.json", Good);
        Write(shell, "drafts/z.json.gz", Gzip(Good));
        Write(shell, "drafts/y.jsonl.zst", Zstandard(Pact + "\n" + Good + "\n"));
        var ran = shell.RunWith(Good + "\n", "batch", "drafts/*.json", "drafts", "-");
        Assert.That(ran.Code, Is.EqualTo(1), ran.Error);
        Assert.That(Lines(ran.Output).Skip(1).Select(line => $"{line["path"]} {line["record"]} {line["proposal"]}"), Is.EqualTo(new[]
        {
            "drafts/b.json 1 pact", "drafts/a.ndjson 1 river", "drafts/a.ndjson 2 pact", "drafts/deep/c.json 1 river",
            "drafts/y.jsonl.zst 1 pact", "drafts/y.jsonl.zst 2 river", "drafts/z.json.gz 1 river", "- 1 river",
        }));
    }

    [Test]
    public void What_a_folder_holds_beside_proposals_is_passed_over_and_counted()
    {
        using var shell = new Shell().With("drafts/a.ndjson", $"{Good}\n{{\"name\":\"package\"}}\n[1]\n").With("drafts/b.json", "{}");
        var ran = shell.Run("batch", "drafts", "--summary");
        Assert.That(ran.Code, Is.Zero, ran.Error);
        Assert.That(Lines(ran.Output), Has.Count.EqualTo(2));
        Assert.That(ran.Error, Does.Contain("1 proposal checked: 1 undetermined. 3 JSON files are no proposals."));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(8)]
    public void Any_number_of_threads_writes_the_same_bytes(int threads)
    {
        using var shell = new Shell().With("corpus.ndjson", Corpus(300));
        var one = shell.Run("batch", "corpus.ndjson", "--threads", "1");
        var many = shell.Run("batch", "corpus.ndjson", "--threads", $"{threads}");
        Assert.That(many, Is.EqualTo(one));
        Assert.That(Lines(one.Output), Has.Count.EqualTo(301));
    }

    [Test]
    public void A_batch_says_of_a_proposal_what_a_check_says()
    {
        using var shell = new Shell(Repository.Root);
        var check = Lines(shell.Run("check", "rules/examples", "--format", "jsonl").Output);
        var batch = Lines(shell.Run("batch", "rules/examples").Output);
        foreach (var line in batch.Skip(1))
            Assert.That(line.Remove("record") && line.Remove("line") && line.Remove("input"));
        Assert.That(batch.Select(line => line.ToString()), Is.EqualTo(check.Select(line => line.ToString())));
    }

    [Test]
    public void A_record_of_more_than_32_MiB_is_an_error_and_the_next_one_is_checked()
    {
        using var shell = new Shell();
        var large = Good[..^1] + ",\"purpose\":\"" + new string('x', 33 * 1024 * 1024) + "\"}";
        File.WriteAllText(Path.Combine(shell.Folder, "a.ndjson"), $"{Good}\n{large}\r\n{Pact}\n");
        var ran = shell.Run("batch", "a.ndjson");
        Assert.That(ran.Code, Is.EqualTo(2));
        var lines = Lines(ran.Output);
        Assert.That(lines.Skip(1).Select(line => (string?)line["proposal"]), Is.EqualTo(new[] { "river", null, "pact" }));
        Assert.That((string?)lines[2]["errors"]![0]!["id"], Is.EqualTo("IN020"));
        Assert.That((string?)lines[2]["input"], Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(large)))));
    }

    [Test]
    public void A_record_with_50_000_provisions_is_evaluated()
    {
        using var shell = new Shell();
        var provisions = string.Join(",", Enumerable.Repeat("""{"kind":"trade"},{"kind":"defense","obligors":["aland"]}""", 25_000));
        shell.With("a.ndjson", Pact.Replace("""{"kind":"defense"}""", provisions));
        var ran = shell.Run("batch", "a.ndjson", "-o", "results.jsonl");
        Assert.That(ran.Code, Is.EqualTo(1), ran.Error);
        Assert.That(shell.Run("report", "results.jsonl", "--format", "csv").Output, Does.Contain("violated"));
    }

    [Test]
    public void A_file_that_is_not_there_is_an_error_and_the_others_are_checked()
    {
        using var shell = new Shell().With("a.json", Good).With("b.json", Pact);
        var ran = shell.Run("batch", "a.json", "gone.ndjson", "b.json");
        Assert.That(ran.Code, Is.EqualTo(2));
        var lines = Lines(ran.Output);
        Assert.That(lines.Skip(1).Select(line => (string?)line["path"]), Is.EqualTo(new[] { "a.json", "gone.ndjson", "b.json" }));
        Assert.That(lines[2].Properties().Select(property => property.Name), Is.EqualTo(new[] { "path", "errors" }));
        Assert.That((string?)lines[2]["errors"]![0]!["message"], Is.EqualTo("There is no such file."));
    }

    [TestCase("gz")]
    [TestCase("zst")]
    public void What_is_cut_off_in_compression_is_an_error_after_what_could_be_read(string ending)
    {
        using var shell = new Shell().With("b.json", Pact);
        var whole = Corpus(200);
        var bytes = ending == "gz" ? Gzip(whole) : Zstandard(whole);
        Write(shell, "a.ndjson." + ending, bytes[..(bytes.Length / 2)]);
        var ran = shell.Run("batch", "a.ndjson." + ending, "b.json");
        Assert.That(ran.Code, Is.EqualTo(2));
        var lines = Lines(ran.Output);
        var error = lines.FindIndex(line => line.ContainsKey("errors"));
        Assert.That((string?)lines[error]["errors"]![0]!["message"], Is.EqualTo("What is compressed in it is damaged or cut off; nothing after this can be read."));
        Assert.That(((int)lines[error]["record"]!, error), Is.EqualTo((error, lines.Count - 2)).And.Matches<(int Record, int)>(each => each.Record > 1));
        Assert.That((string?)lines[^1]["proposal"], Is.EqualTo("pact"));
    }

    [TestCase("INPUT", "batch")]
    [TestCase("--shard is written PART/PARTS", "batch", "--shard", "17/16", "a.ndjson")]
    [TestCase("--shard is written PART/PARTS", "batch", "--shard", "0/4", "a.ndjson")]
    [TestCase("--threads takes a number from 1 to 1024.", "batch", "-j", "0", "a.ndjson")]
    [TestCase("There is no option \"--sumary\". Did you mean --summary?", "batch", "a.ndjson", "--sumary")]
    [TestCase("There is no option \"--out\". Did you mean --output?", "merge", "a.ndjson", "--out")]
    [TestCase("\"--formt\"", "report", "--formt")]
    [TestCase("--resume needs --output FILE", "batch", "--resume", "a.ndjson")]
    [TestCase("Standard input has no parts", "batch", "--shard", "1/2", "-")]
    [TestCase("Nothing to check: no JSON and no NDJSON file in empty.", "batch", "empty")]
    [TestCase("Nothing to check: no record is a proposal", "batch", "none.ndjson")]
    [TestCase("a.ndjson is to be checked: results cannot be written over it.", "batch", "a.ndjson", "-o", "a.ndjson")]
    [TestCase("cannot be written: there is no folder", "batch", "a.ndjson", "-o", "nowhere/r.jsonl")]
    [TestCase("There is no file old.jsonl to compare with.", "batch", "a.ndjson", "--compare", "old.jsonl")]
    public void Wrong_use_is_exit_2(string message, params string[] arguments)
    {
        using var shell = new Shell().With("a.ndjson", Good).With("none.ndjson", "\n \n").With("empty/a.txt", "");
        var ran = shell.Run(arguments);
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.LessThanOrEqualTo(2));
    }

    [Test]
    public void A_file_of_results_appears_whole_and_what_was_there_is_replaced()
    {
        using var shell = new Shell().With("a.ndjson", Good).With("r.jsonl", "old");
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl").Output, Is.Empty);
        Assert.That(Directory.GetFiles(shell.Folder).Select(Path.GetFileName), Is.EquivalentTo(new[] { "a.ndjson", "r.jsonl" }));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "r.jsonl")), Is.EqualTo(shell.Run("batch", "a.ndjson").Output));
        Assert.That(shell.Run("batch", ".", "-o", "r.jsonl").Code, Is.Zero, "what the run itself writes is no input of a folder");
    }

    [Test]
    public void A_link_to_an_input_is_no_place_for_results()
    {
        using var shell = new Shell().With("a.ndjson", Good + "\n");
        File.CreateSymbolicLink(Path.Combine(shell.Folder, "link.jsonl"), Path.Combine(shell.Folder, "a.ndjson"));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "link.jsonl").Error, Is.EqualTo("ruleengine: a.ndjson is to be checked: results cannot be written over it.\n"));
        shell.With("r.jsonl", "");
        File.CreateSymbolicLink(Path.Combine(shell.Folder, "other.jsonl"), Path.Combine(shell.Folder, "r.jsonl"));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "other.jsonl").Code, Is.Zero);
        Assert.That(new FileInfo(Path.Combine(shell.Folder, "other.jsonl")).LinkTarget, Is.Not.Null, "it stays a link");
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "r.jsonl")), Is.EqualTo(shell.Run("batch", "a.ndjson").Output));
        Assert.That(shell.Run("report", "other.jsonl", "-f", "html=r.jsonl").Code, Is.EqualTo(2));
        Assert.That(shell.Run("batch", "a.ndjson", "--compare", "r.jsonl", "-o", "other.jsonl").Error, Is.EqualTo("ruleengine: r.jsonl is compared with: results cannot be written over it.\n"));
    }

    [Test]
    public void What_lies_between_two_members_of_a_gzip_file_is_damage()
    {
        using var shell = new Shell();
        Write(shell, "a.ndjson.gz", [.. Gzip(Corpus(3)), (byte)'X', .. Gzip(Corpus(9))]);
        var ran = shell.Run("batch", "a.ndjson.gz");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That((string?)Lines(ran.Output)[^1]["errors"]![0]!["message"], Does.StartWith("What is compressed in it is damaged"));
        Write(shell, "a.ndjson.gz", [.. Gzip(Corpus(3)), .. Gzip(Corpus(9))]);
        Assert.That(Lines(shell.Run("batch", "a.ndjson.gz").Output), Has.Count.EqualTo(13));
    }

    [Test]
    public void A_pipe_without_end_gets_its_results_as_it_comes()
    {
        using var shell = new Shell();
        var ran = ChildProcess.Run("bash", shell.Folder, [], "-c", $$"""
            (echo '{{Good}}'; sleep 9; echo '{{Good}}') | '{{PublishedProgram.Path}}' batch - | (read -t 7 head && read -t 7 first && echo "$first" | cut -c1-30)
            """);
        Assert.That(ran.Output, Is.EqualTo("{\"path\":\"-\",\"record\":1,\"line\":\n"));
    }

    [Test]
    public void A_named_pipe_is_read_and_written()
    {
        using var shell = new Shell().With("a.ndjson", Good + "\n");
        var ran = ChildProcess.Run("bash", shell.Folder, [], "-c", $$"""
            mkfifo in.ndjson out; cat a.ndjson > in.ndjson & cat out > got & timeout 20 '{{PublishedProgram.Path}}' batch in.ndjson -o out; echo $?; wait; wc -l < got
            """);
        Assert.That((ran.Output.Trim(), ran.Error), Is.EqualTo(("0\n2", "")));
    }

    [Test]
    public void Files_in_shared_memory_are_files()
    {
        if (!Directory.Exists("/dev/shm"))
            Assert.Ignore("There is no /dev/shm.");
        using var shell = new Shell().With("a.ndjson", Good + "\n");
        var file = Path.Combine("/dev/shm", Path.GetRandomFileName());
        try
        {
            Assert.That(shell.Run("batch", "a.ndjson", "-o", file), Is.EqualTo(new Ran(0, "", "")));
            Assert.That(File.ReadAllText(file), Is.EqualTo(shell.Run("batch", "a.ndjson").Output));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void Waivers_and_severities_of_the_working_folder_hold_and_notices_come_last()
    {
        using var shell = Waived();
        var lines = Lines(shell.Run("batch", "a.ndjson", "--today", "2026-01-01").Output);
        var finding = lines[2].SelectToken("$.principles[?(@.id == 'FA2')].findings[?(@.id == 'FA201')]")!;
        Assert.That((string?)finding["waived"]!["owner"], Is.EqualTo("Anna"));
        Assert.That(lines[^1]["notices"]!.Select(notice => (string?)notice["id"]), Is.EqualTo(new[] { "CF033" }), lines[^1].ToString());
        Assert.That(shell.Run("batch", "a.ndjson", "--today", "2026-01-01", "-j", "1").Output, Is.EqualTo(shell.Run("batch", "a.ndjson", "--today", "2026-01-01", "-j", "8").Output));
    }

    [Test]
    public void Isolated_rules_say_the_same()
    {
        using var shell = new Shell().With("corpus.ndjson", Corpus(40));
        Assert.That(shell.Run("batch", "corpus.ndjson", "--isolate", "-j", "2"), Is.EqualTo(shell.Run("batch", "corpus.ndjson")));
    }

    [Test]
    public void A_summary_counts_verdicts_and_the_most_frequent_findings()
    {
        using var shell = new Shell().With("corpus.ndjson", Corpus(300));
        Snapshot.Verify(shell.Run("batch", "corpus.ndjson", "--summary", "-o", "r.jsonl").Error);
    }

    [Test]
    public void A_comparison_tells_a_changed_proposal_from_a_changed_pack()
    {
        using var shell = new Shell().With("a.ndjson", $"{Good}\n{Pact}\n");
        shell.Run("batch", "a.ndjson", "-o", "old.jsonl");
        var other = Path.Combine(shell.Folder, "rules");
        CopyRules(other);
        var script = Directory.GetFiles(Path.Combine(other, "five-always"), "FA2*.csx").Single();
        File.WriteAllText(script, File.ReadAllText(script).Replace("Limb(\"alliance\", Pledges, OpenAssistance, Secrecy, NoPledges)", "Limb(\"alliance\", OpenAssistance, Secrecy, NoPledges)"));
        shell.With("a.ndjson", $"{Pact.Replace("defense", "trade").Replace("pact", "river")}\n{Pact}\n{Good.Replace("river", "new")}\n");
        Snapshot.Verify(shell.Run("batch", "a.ndjson", "--compare", "old.jsonl", "--rules", "rules").Output);
    }

    internal static Shell Waived() => new Shell().With("a.ndjson", $"{Good}\n{Pact}\n").With("ruleengine.json", """
        { "waivers": [
            { "id": "FA201", "path": "a.ndjson", "proposal": "pact", "address": "/articles[1]/provisions[defense]", "content": "CONTENT", "reason": "A test.", "owner": "Anna", "expires": "2027-01-31" },
            { "id": "FA101", "path": "a.ndjson", "address": "/guidance", "reason": "Nothing.", "owner": "Anna", "expires": "2027-01-31" } ] }
        """.Replace("CONTENT", Shipped.Check(Pact).Findings.First(finding => finding.Id == "FA201").Content));

    internal static string Corpus(int count) => string.Concat(Enumerable.Range(0, count).Select(index => Encoding.UTF8.GetString(GeneratedCorpus.Proposal(index)) + "\n"));

    internal static List<JObject> Lines(string output) => [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];

    private static void CopyRules(string to)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("rules"), "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".csx", StringComparison.Ordinal) || file.EndsWith("institutions.json", StringComparison.Ordinal) || file.EndsWith("pack.json", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Repository.PathOf("rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void Write(Shell shell, string relative, byte[] bytes) => File.WriteAllBytes(Path.Combine(shell.Folder, relative), bytes);

    internal static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static byte[] Zstandard(string text)
    {
        using var bytes = new MemoryStream();
        using (var zstandard = new CompressionStream(bytes))
            zstandard.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
