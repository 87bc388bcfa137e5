using System.Diagnostics;
using System.Globalization;
using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

/// <summary>What is left of a batch that was interrupted, and how it goes on.</summary>
public class InterruptedBatchTests
{
    [Test]
    public void Killed_at_twenty_moments_it_goes_on_without_repeating_or_losing_a_record()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(2500)).With("more/a.json", "{}").With("more/b.ndjson", BatchTests.Corpus(100));
        string[] batch = ["batch", "corpus.ndjson", "more", "-o", "results.jsonl", "--resume"];
        var whole = shell.Run("batch", "corpus.ndjson", "more").Output;
        var start = Stopwatch.GetTimestamp();
        ChildProcess.Run(PublishedProgram.Path, shell.Folder, [], batch);
        var oneRun = (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        File.Delete(Path.Combine(shell.Folder, "results.jsonl"));
        var random = new Random(7);
        var lefts = new List<long>();
        for (var kills = 0; kills < 20;)
        {
            using var process = ChildProcess.Start(PublishedProgram.Path, shell.Folder, [], batch);
            if (process.WaitForExit(random.Next(oneRun / 10, oneRun)))
            {
                Assert.That(process.ExitCode, Is.EqualTo(1), process.StandardError.ReadToEnd());
                Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
                File.Delete(Path.Combine(shell.Folder, "results.jsonl"));
                continue;
            }

            process.Kill();
            process.WaitForExit();
            kills++;
            lefts.Add(new FileInfo(Path.Combine(shell.Folder, "results.jsonl.part")) is { Exists: true } part ? part.Length : 0);
        }

        Assert.That(ChildProcess.Run(PublishedProgram.Path, shell.Folder, [], batch).Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
        TestContext.Out.WriteLine($"bytes that were left: {string.Join(", ", lefts)} of {whole.Length}");
        Assert.That(lefts.Distinct().Count(), Is.GreaterThan(5), "it was killed at different moments");
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    public void A_signal_ends_it_with_what_is_done_written_whole(string signal)
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(20_000));
        using var process = ChildProcess.Start(PublishedProgram.Path, shell.Folder, [], "batch", "corpus.ndjson", "-o", "results.jsonl");
        while (new FileInfo(Path.Combine(shell.Folder, "results.jsonl.part")) is not { Exists: true, Length: > 1_000_000 } && !process.HasExited)
            Thread.Sleep(10);
        ChildProcess.Run("kill", shell.Folder, [], "-" + signal, process.Id.ToString(CultureInfo.InvariantCulture));
        var start = Stopwatch.GetTimestamp();
        var ran = ChildProcess.Finish(process);
        TestContext.Out.WriteLine($"ended {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms after the signal");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((2, "ruleengine: Interrupted: what is done stands in results.jsonl.part; --resume goes on with it.\n")));
        var left = File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl.part"));
        Assert.That(left, Does.EndWith("}\n"));
        Assert.That(shell.Run("batch", "corpus.ndjson", "-o", "whole.jsonl").Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "whole.jsonl")), Does.StartWith(left));
    }

    [Test]
    public void A_run_that_is_killed_takes_the_processes_of_its_rules_with_it()
    {
        if (!Directory.Exists("/proc/self"))
            Assert.Ignore("There is no /proc.");
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(20_000));
        using var process = ChildProcess.Start(PublishedProgram.Path, shell.Folder, [], "batch", "corpus.ndjson", "--isolate", "-j", "2", "-o", "results.jsonl");
        Assert.That(Within(20, () => OfRules(process.Id).Count == 1), "the rules have a process of their own");
        process.Kill();
        Assert.That(Within(20, () => OfRules(process.Id).Count == 0), "and none is left");
    }

    [Test]
    public void A_torn_last_line_is_mended_wherever_it_is_torn()
    {
        using var shell = BatchTests.Waived();
        string[] batch = ["batch", "a.ndjson", "-o", "r.jsonl", "--resume", "--today", "2026-01-01"];
        shell.Run(batch);
        var whole = File.ReadAllBytes(Path.Combine(shell.Folder, "r.jsonl"));
        Assert.That(Lines(whole), Has.Some.Contains("notices"));
        for (var length = 0; length <= whole.Length; length += length < 20 || length > whole.Length - 40 ? 1 : 211)
        {
            File.Delete(Path.Combine(shell.Folder, "r.jsonl"));
            File.WriteAllBytes(Path.Combine(shell.Folder, "r.jsonl.part"), whole[..length]);
            var ran = shell.Run(batch);
            Assert.That(ran.Code, Is.Zero, ran.Error);
            Assert.That(File.ReadAllBytes(Path.Combine(shell.Folder, "r.jsonl")), Is.EqualTo(whole), $"torn after {length} bytes");
        }
    }

    [Test]
    public void What_is_garbage_after_a_whole_line_is_mended()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(20));
        var whole = shell.Run("batch", "a.ndjson").Output;
        File.WriteAllText(Path.Combine(shell.Folder, "r.jsonl.part"), string.Join('\n', whole.Split('\n').Take(8)) + "\n\0\0\0\0\n" + string.Join('\n', whole.Split('\n').Skip(9)));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume").Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "r.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void What_was_left_is_neither_written_over_nor_taken_for_what_it_is_not()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(20)).With("r.jsonl.part", "");
        var whole = shell.Run("batch", "a.ndjson").Output;
        shell.With("r.jsonl.part", string.Join('\n', whole.Split('\n').Take(8)) + "\n");
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl"), Is.EqualTo(new Ran(2, "", "ruleengine: r.jsonl.part is there: an interrupted run has left it. --resume goes on with it; delete it to begin anew.\n")));
        shell.With("b.ndjson", string.Join('\n', BatchTests.Corpus(20).Split('\n').Reverse()));
        Assert.That(shell.Run("batch", "b.ndjson", "-o", "r.jsonl", "--resume").Error, Does.StartWith("ruleengine: r.jsonl.part was made of other inputs: record 1 of a.ndjson is not where or what it was."));
        shell.With("a.ndjson", BatchTests.Corpus(20).Replace("Agreement 3 ", "Agreement 33 "));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume").Error, Does.StartWith("ruleengine: r.jsonl.part was made of other inputs: record 4 of a.ndjson"));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume", "--shard", "1/2").Error, Does.StartWith("ruleengine: r.jsonl.part was begun with another pack, other sets or another version, or is another part."));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "r.jsonl.part")), Is.EqualTo(string.Join('\n', whole.Split('\n').Take(8)) + "\n"), "it is still there");
    }

    [Test]
    public void What_is_whole_already_is_left_alone()
    {
        using var shell = new Shell().With("drafts/a.ndjson", BatchTests.Corpus(20)).With("drafts/package.json", "{}");
        string[] batch = ["batch", "drafts", "-o", "r.jsonl", "--resume"];
        Assert.That(shell.Run(batch).Code, Is.EqualTo(1));
        Assert.That(shell.Run(batch), Is.EqualTo(new Ran(1, "", "ruleengine: r.jsonl is whole already.\n")));
        shell.With("drafts/b.ndjson", BatchTests.Corpus(2));
        Assert.That(shell.Run(batch).Error, Is.EqualTo("ruleengine: r.jsonl is there, and these inputs hold more than it. Delete it, or leave out --resume.\n"));
    }

    [Test]
    public void Two_runs_do_not_write_one_file()
    {
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(2));
        using (new FileStream(Path.Combine(shell.Folder, "r.jsonl.part"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume").Error, Does.EndWith("r.jsonl.part is being written by another run.\n"));
    }

    [Test]
    public void A_full_disk_is_an_error()
    {
        if (!File.Exists("/dev/full"))
            Assert.Ignore("There is no /dev/full.");
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(2));
        var ran = shell.Run("batch", "a.ndjson", "-o", "/dev/full");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith("ruleengine: ").And.Contain("No space left on device"));
    }

    // Files may be no longer than 1024 blocks of 1024 bytes, as where a disk is full then: the system says so, or ends the program.
    [TestCase("trap '' XFSZ; ", "would be longer than a file may be here. What is done stands in r.jsonl.part; --resume goes on with it.\n2\n")]
    [TestCase("", "153\n")]
    public void What_there_was_room_for_is_not_lost(string before, string said)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("There is no ulimit.");
        using var shell = new Shell().With("a.ndjson", BatchTests.Corpus(500));
        var whole = shell.Run("batch", "a.ndjson").Output;

        // The runtime, too, would write larger files unless told otherwise.
        var ran = ChildProcess.Run("bash", shell.Folder, [("DOTNET_EnableWriteXorExecute", "0"), ("DOTNET_EnableDiagnostics", "0")],
            "-c", $"{before}ulimit -f 1024; '{PublishedProgram.Path}' batch a.ndjson -o r.jsonl 2>&1; echo $?");
        Assert.That(ran.Output, Does.EndWith(said));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "r.jsonl")), Is.False);
        Assert.That(new FileInfo(Path.Combine(shell.Folder, "r.jsonl.part")).Length, Is.InRange(100_000, 1 << 20));
        Assert.That(shell.Run("batch", "a.ndjson", "-o", "r.jsonl", "--resume").Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "r.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void A_reader_that_goes_away_ends_it()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(4000));
        var ran = ChildProcess.Run("bash", shell.Folder, [], "-c", $"'{PublishedProgram.Path}' batch corpus.ndjson | head -2 | wc -l; echo ${{PIPESTATUS[0]}}");
        Assert.That((ran.Output, ran.Error), Is.EqualTo(("2\n2\n", "ruleengine: Nobody reads the results any more.\n")));
    }

    private static bool Within(int seconds, Func<bool> isSo)
    {
        for (var left = seconds * 20; left > 0 && !isSo(); left--)
            Thread.Sleep(50);
        return isSo();
    }

    /// <summary>The processes that run rules for this one.</summary>
    private static List<string> OfRules(int parent) => [.. Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _) && CommandLineOf(folder).Contains($"run-rules\0{parent}\0"))];

    private static string CommandLineOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string[] Lines(byte[] results) => System.Text.Encoding.UTF8.GetString(results).Split('\n');
}
