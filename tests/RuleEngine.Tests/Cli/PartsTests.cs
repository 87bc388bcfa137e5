using System.Text;
using NUnit.Framework;
using RuleEngine.Engine.Batch;

namespace RuleEngine.Tests.Cli;

/// <summary><c>batch --shard</c> and <c>merge</c>.</summary>
public class PartsTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(16)]
    [TestCase(97)]
    public void Parts_put_together_are_the_bytes_of_one_run(int parts)
    {
        using var shell = Inputs();
        var whole = shell.Run("batch", "drafts", "one.json", "--today", "2026-01-01");
        var files = Parts(shell, parts);
        Assert.That(shell.Run(["merge", .. files.Reverse()]).Output, Is.EqualTo(whole.Output));
        Assert.That(whole.Output, Does.Contain("notices").And.Contain("errors"));
    }

    [Test]
    public void Any_cut_puts_every_line_into_one_part()
    {
        // Lines of every length, blank ones, CRLF, none at the end.
        using var shell = new Shell().With("a.ndjson", string.Join("\n", Enumerable.Range(0, 40).Select(number => number % 5 == 0 ? "" : new string('x', number) + (number % 3 == 0 ? "\r" : ""))));
        var whole = shell.Run("batch", "a.ndjson");
        foreach (var parts in (int[])[1, 2, 3, 7, 19, 31])
        {
            var files = Enumerable.Range(1, parts).Select(part => $"p{part}.jsonl").ToArray();
            for (var part = 1; part <= parts; part++)
                shell.Run("batch", "a.ndjson", "--shard", $"{part}/{parts}", "-o", files[part - 1]);
            Assert.That(shell.Run(["merge", .. files]).Output, Is.EqualTo(whole.Output), $"{parts} parts");
        }
    }

    [Test]
    public void A_part_does_not_read_the_whole()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(2000));
        var file = new FileInfo(Path.Combine(shell.Folder, "corpus.ndjson"));
        var read = 0L;
        var source = new BatchSource("corpus.ndjson", file.FullName, true, true, false, file.Length, () => new Watched(file.OpenRead(), count => read += count));
        using var reader = new BatchReader(new Part(3, 100).Share([source]));
        while (reader.Read() is not null)
        {
        }

        Assert.That(read, Is.LessThan(file.Length / 10));
    }

    [TestCase("Part 2/3 is missing.", "p1.jsonl", "p3.jsonl")]
    [TestCase("p1.jsonl and copy.jsonl are both part 1/3.", "p1.jsonl", "p2.jsonl", "p3.jsonl", "copy.jsonl")]
    [TestCase("tampered.jsonl is not as it was written", "p1.jsonl", "tampered.jsonl", "p3.jsonl")]
    [TestCase("torn.jsonl is not whole", "p1.jsonl", "torn.jsonl", "p3.jsonl")]
    [TestCase("foreign.jsonl is of other inputs than p1.jsonl", "p1.jsonl", "foreign.jsonl", "p3.jsonl")]
    [TestCase("other-pack.jsonl was made with another rule pack than p1.jsonl", "p1.jsonl", "other-pack.jsonl", "p3.jsonl")]
    [TestCase("other-version.jsonl was made by version 9.9.9, p1.jsonl by", "p1.jsonl", "other-version.jsonl", "p3.jsonl")]
    [TestCase("excerpts.jsonl was made with another configuration or other options than p1.jsonl", "p1.jsonl", "excerpts.jsonl", "p3.jsonl")]
    [TestCase("whole.jsonl holds the results of a whole batch", "whole.jsonl")]
    [TestCase("There is no part gone.jsonl.", "gone.jsonl")]
    [TestCase("There is no part: x*.jsonl.", "x*.jsonl")]
    [TestCase("corpus.ndjson:1 is no line of results", "corpus.ndjson")]
    public void What_does_not_belong_together_is_refused_by_name(string message, params string[] parts)
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(30)).With("other.ndjson", BatchTests.Corpus(31));
        for (var part = 1; part <= 3; part++)
            shell.Run("batch", "corpus.ndjson", "--shard", $"{part}/3", "-o", $"p{part}.jsonl");
        shell.Run("batch", "other.ndjson", "--shard", "2/3", "-o", "foreign.jsonl");
        shell.Run("batch", "corpus.ndjson", "-o", "whole.jsonl");
        shell.Run("batch", "corpus.ndjson", "--shard", "2/3", "--excerpts", "-o", "excerpts.jsonl");
        File.Copy(Path.Combine(shell.Folder, "p1.jsonl"), Path.Combine(shell.Folder, "copy.jsonl"));
        var second = File.ReadAllText(Path.Combine(shell.Folder, "p2.jsonl"));
        shell.With("tampered.jsonl", second.Replace("\"undetermined\"", "\"upheld\""));
        shell.With("torn.jsonl", second[..^200]);
        shell.With("other-pack.jsonl", Resealed(second, "\"rules\":\"", "x"));
        shell.With("other-version.jsonl", Resealed(second, "\"version\":\"0.1.0\"", "\"version\":\"9.9.9\"", isReplacement: true));
        var ran = shell.Run(["merge", .. parts, "-o", "merged.jsonl"]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.StartWith("ruleengine: " + message));
        Assert.That(Directory.GetFiles(shell.Folder, "merged*"), Is.Empty);
    }

    [TestCase("0/1")]
    [TestCase("2/1")]
    [TestCase("1")]
    [TestCase("a/b")]
    [TestCase("1/2/3")]
    [TestCase("-1/2")]
    public void What_is_no_part(string text) => Assert.That(Part.Parse(text), Is.Null);

    [Test]
    public void A_part_goes_on_after_a_torn_line()
    {
        using var shell = Inputs();
        Parts(shell, 3);
        var whole = File.ReadAllBytes(Path.Combine(shell.Folder, "p2.jsonl"));
        File.Delete(Path.Combine(shell.Folder, "p2.jsonl"));
        File.WriteAllBytes(Path.Combine(shell.Folder, "p2.jsonl.part"), whole[..(whole.Length * 2 / 3)]);
        shell.Run("batch", "drafts", "one.json", "--today", "2026-01-01", "--shard", "2/3", "-o", "p2.jsonl", "--resume");
        Assert.That(File.ReadAllBytes(Path.Combine(shell.Folder, "p2.jsonl")), Is.EqualTo(whole));
    }

    /// <summary>Files that can be cut and files that cannot, one that is no proposal, records with faults, waivers that do something and waivers that do nothing.</summary>
    private static Shell Inputs()
    {
        var shell = new Shell()
            .With("drafts/a.ndjson", BatchTests.Corpus(120)).With("drafts/b.ndjson", "\n" + BatchTests.Corpus(7) + "{\n\n" + BatchTests.Corpus(30)).With("drafts/c.json", "{}").With("drafts/d.json", "{\"parties\":[]}")
            .With("drafts/e.ndjson", "").With("one.json", BatchTests.Corpus(1));
        return shell.With("ruleengine.json", """
            { "waivers": [
                { "id": "FA152", "path": "drafts/*.ndjson", "address": "/guidance/instruments", "reason": "A test.", "owner": "Anna", "expires": "2027-01-31" },
                { "id": "FA101", "path": "one.json", "address": "/guidance", "reason": "Nothing.", "owner": "Anna", "expires": "2027-01-31" },
                { "id": "FA101", "path": "nowhere.json", "address": "/guidance", "reason": "Nothing.", "owner": "Anna", "expires": "2027-01-31" } ] }
            """);
    }

    private static string[] Parts(Shell shell, int parts)
    {
        var files = Enumerable.Range(1, parts).Select(part => $"p{part}.jsonl").ToArray();
        for (var part = 1; part <= parts; part++)
            Assert.That(shell.Run("batch", "drafts", "one.json", "--today", "2026-01-01", "--shard", $"{part}/{parts}", "-o", files[part - 1]).Code, Is.LessThanOrEqualTo(2));
        return files;
    }

    /// <summary>A part as somebody would write it who is not careless.</summary>
    private static string Resealed(string part, string what, string with, bool isReplacement = false)
    {
        var at = part.IndexOf(what, StringComparison.Ordinal) + what.Length;
        var changed = isReplacement ? part.Replace(what, with) : part[..at] + with + part[(at + 1)..];
        var totals = changed.LastIndexOf("{\"totals\"", StringComparison.Ordinal);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(changed[..totals])));
        var seal = changed.LastIndexOf("\"sha256\":\"", StringComparison.Ordinal) + 10;
        return changed[..seal] + sha256 + changed[(seal + 64)..];
    }

    private sealed class Watched(Stream stream, Action<int> tell) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => stream.Length;

        public override long Position { get => stream.Position; set => stream.Position = value; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = stream.Read(buffer, offset, count);
            tell(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
