using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

/// <summary><c>batch --isolate</c> writes what <c>batch</c> writes.</summary>
public class IsolatedBatchTests
{
    [TestCase("1")]
    [TestCase("2")]
    [TestCase("5")]
    public void Waivers_comparisons_and_totals_are_the_same(string threads)
    {
        using var shell = BatchTests.Waived().With("corpus.ndjson", BatchTests.Corpus(150) + "{}\nwords\n");
        Assert.That(shell.Run("batch", "corpus.ndjson", "-o", "old.jsonl").Code, Is.EqualTo(2));
        shell.With("corpus.ndjson", BatchTests.Corpus(170).Replace("\"binding\":false", "\"binding\":true", StringComparison.Ordinal) + "{}\nwords\n");
        string[][] runs =
        [
            ["batch", "a.ndjson", "corpus.ndjson", "--today", "2026-01-01", "--shard", "1/1", "--excerpts"],
            ["batch", "a.ndjson", "corpus.ndjson", "--today", "2026-01-01", "--shard", "2/3"],
            ["batch", "corpus.ndjson", "--compare", "old.jsonl", "--verbose", "--summary"],
            ["batch", "corpus.ndjson", "absent.ndjson", "--set", "five-always", "--fail-on", "undetermined"],
        ];
        foreach (var run in runs)
        {
            var here = shell.Run([.. run, "-j", "1"]);
            Assert.That(here.Output, Is.Not.Empty, here.Error);

            // To say how megabytes differ takes longer than anybody waits.
            Assert.That(shell.Run([.. run, "-j", threads, "--isolate"]) == here, string.Join(' ', run));
        }
    }

    [Test]
    public void An_interrupted_batch_goes_on_isolated()
    {
        using var shell = BatchTests.Waived();
        string[] batch = ["batch", "a.ndjson", "-o", "r.jsonl", "--resume", "--today", "2026-01-01"];
        shell.Run(batch);
        var file = Path.Combine(shell.Folder, "r.jsonl");
        var whole = File.ReadAllBytes(file);
        for (var length = 1; length < whole.Length; length += whole.Length / 5)
        {
            File.Delete(file);
            File.WriteAllBytes(file + ".part", whole[..length]);
            shell.Run([.. batch, "--isolate"]);
            Assert.That(File.ReadAllBytes(file), Is.EqualTo(whole), $"torn after {length} bytes");
        }
    }

    [Test]
    public void Where_no_temporary_file_can_be_made_all_goes_through_the_pipe()
    {
        if (!Directory.Exists("/proc/self"))
            Assert.Ignore("There is no /proc.");
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(300));
        (string, string)[] nowhere = [("TMPDIR", "/proc"), ("DOTNET_EnableDiagnostics", "0")];
        var isolated = ChildProcess.Run(PublishedProgram.Path, shell.Folder, nowhere, "batch", "corpus.ndjson", "--isolate", "-j", "2");
        Assert.That(isolated.Error, Is.Empty);
        Assert.That(isolated.Output, Is.EqualTo(shell.Run("batch", "corpus.ndjson").Output));
    }

    [Test]
    public void No_temporary_file_is_left()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(100)).With("temporary/a", "");
        var folder = Path.Combine(shell.Folder, "temporary");
        ChildProcess.Run(PublishedProgram.Path, shell.Folder, [("TMPDIR", folder)], "batch", "corpus.ndjson", "--isolate");
        Assert.That(Directory.GetFiles(folder, "ruleengine-*"), Is.Empty);
    }
}
