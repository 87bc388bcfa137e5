using System.Diagnostics;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace RuleEngine.Tests.Cli;

/// <summary><c>cluster</c> without a scheduler: the job folder, its parts as processes, two copies at once, what is lost, and the merge.</summary>
public class ClusterTests
{
    [TestCase(1)]
    [TestCase(3)]
    [TestCase(16)]
    public void A_job_that_is_run_here_gives_the_bytes_of_one_run(int parts)
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(60)).With("drafts/a.json", BatchTests.Corpus(1)).With("drafts/b.ndjson", BatchTests.Corpus(7));
        File.WriteAllBytes(Path.Combine(shell.Folder, "drafts/c.ndjson.gz"), BatchTests.Gzip(BatchTests.Corpus(9)));
        var ran = shell.Run("cluster", "submit", ".", "--parts", $"{parts}", "--output", "results.jsonl", "--dry-run");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        Assert.That(ran.Output, Does.StartWith($"results.jsonl.job is written: {parts} part{(parts == 1 ? "" : "s")} of ").And.Contain("Nothing is submitted. By hand, JOB being the number that the first gives:\n  sbatch --job-name=ruleengine-").And.Contain($" --array=1-{parts} "));
        ran = shell.Run("cluster", "run", "results.jsonl.job", "--jobs", "2");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        var results = File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl"));
        File.Delete(Path.Combine(shell.Folder, "results.jsonl"));
        Directory.Move(Path.Combine(shell.Folder, "results.jsonl.job"), Path.Combine(shell.Folder, ".job"));
        Assert.That(results, Is.EqualTo(shell.Run("batch", ".").Output), "The job folder is no input, though it lies among them.");
    }

    [Test]
    public void Its_scripts_are_short_and_start_the_program_in_their_place()
    {
        using var shell = Job(4);
        foreach (var (script, what) in new[] { ("part.sh", "cluster part"), ("merge.sh", "cluster merge") })
        {
            var lines = File.ReadAllLines(Path.Combine(shell.Folder, "results.jsonl.job", script));
            Assert.That(lines, Has.Length.LessThan(8));
            Assert.That(lines[0], Is.EqualTo("#!/bin/bash"));
            Assert.That(lines[^1], Does.StartWith("exec ").And.Contain(what));
            Assert.That(lines, Has.Some.Contains("--requeue").And.None.Contains("SLURM_ARRAY_TASK_COUNT"));
            Assert.That(ChildProcess.Run("bash", shell.Folder, [], "-n", Path.Combine("results.jsonl.job", script)).Code, Is.Zero);
        }

        // What the scheduler runs, without the scheduler.
        var ran = ChildProcess.Run("bash", shell.Folder, [("SLURM_ARRAY_TASK_ID", "3")], "results.jsonl.job/part.sh");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "ruleengine: Part 3/4 begins.\nruleengine: Part 3/4 is done.\n")));
        Assert.That(shell.Run("cluster", "part", "results.jsonl.job", "3").Error, Is.EqualTo("ruleengine: Part 3/4 is done already.\n"));
    }

    [Test]
    public void The_recipe_for_GNU_parallel_does_the_same()
    {
        if (ChildProcess.Run("bash", "/", [], "-c", "command -v parallel").Code != 0)
            Assert.Ignore("GNU parallel is not installed.");
        using var shell = Job(4);
        var whole = shell.Run("batch", "corpus.ndjson").Output;
        var program = string.Join(' ', RuleEngine.Cli.WorkerCommand.ThisProgram);
        var ran = ChildProcess.Run("bash", shell.Folder, [], "-c", $"parallel --jobs 2 {program} cluster part results.jsonl.job {{}} ::: $(seq 4) && {program} cluster merge results.jsonl.job");
        Assert.That(ran.Code, Is.Zero, ran.Error);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void Copies_of_one_part_at_once_do_no_harm()
    {
        using var shell = Job(2, 900);
        var whole = shell.Run("batch", "corpus.ndjson").Output;
        var copies = Enumerable.Range(0, 3).Select(_ => Start(shell, 1)).ToList();
        Assert.That(copies.ConvertAll(copy => ChildProcess.Finish(copy).Code), Has.All.Zero);
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
        Assert.That(Directory.EnumerateFileSystemEntries(Path.Combine(shell.Folder, "results.jsonl.job/parts")).Select(Path.GetFileName), Is.EquivalentTo(new[] { "1.jsonl", "2.jsonl" }), "Nothing is left beside the parts.");
    }

    [Test]
    public void A_part_that_was_killed_goes_on_where_it_was()
    {
        using var shell = Job(2, 4000);
        var whole = shell.Run("batch", "corpus.ndjson").Output;
        for (var kills = 0; kills < 4; kills++)
        {
            using var process = Start(shell, 1);
            var wanted = (kills + 1) * 400_000;
            while (!process.HasExited && Left(shell).All(file => file.Length < wanted))
                Thread.Sleep(5);
            process.Kill();
            process.WaitForExit();
        }

        Assert.That(Left(shell).Count(), Is.InRange(1, 2), "Many attempts take no more room than two.");
        var ran = shell.Run("cluster", "part", "results.jsonl.job", "1");
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "ruleengine: Part 1/2 goes on.\nruleengine: Part 1/2 is done.\n")));
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void A_signal_stops_a_part_with_what_is_done_written_whole()
    {
        using var shell = Job(2, 6000);
        using var process = Start(shell, 1);
        while (!process.HasExited && Left(shell).All(file => file.Length < 500_000))
            Thread.Sleep(5);
        ChildProcess.Run("kill", shell.Folder, [], "-TERM", $"{process.Id}");
        var start = Stopwatch.GetTimestamp();
        var ran = ChildProcess.Finish(process);
        TestContext.Out.WriteLine($"ended {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms after the signal");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(File.ReadAllText(Left(shell).Single().FullName), Does.EndWith("}\n"));
        Assert.That(shell.Run("cluster", "status", "results.jsonl.job").Output, Does.StartWith("2 parts: 0 done, 0 running, 0 waiting, 2 not submitted or ended without a result.\n"));
    }

    [Test]
    public void The_merge_names_what_is_missing_tampered_or_of_another_job_and_keeps_the_rest()
    {
        using var shell = Job(5);
        var whole = shell.Run("batch", "corpus.ndjson").Output;
        foreach (var number in (int[])[1, 2, 3, 4])
            Assert.That(shell.Run("cluster", "part", "results.jsonl.job", $"{number}").Code, Is.Zero);
        var second = Path.Combine(shell.Folder, "results.jsonl.job/parts/2.jsonl");
        var good = File.ReadAllText(second);
        File.WriteAllText(second, good.Replace("\"violated\"", "\"upheld\""));
        shell.Run("cluster", "submit", "corpus.ndjson", "--parts", "5", "--output", "other.jsonl", "--set", "five-always", "--dry-run");
        shell.Run("cluster", "part", "other.jsonl.job", "3");
        File.Copy(Path.Combine(shell.Folder, "other.jsonl.job/parts/3.jsonl"), Path.Combine(shell.Folder, "results.jsonl.job/parts/3.jsonl"), overwrite: true);
        File.Copy(Path.Combine(shell.Folder, "results.jsonl.job/parts/1.jsonl"), Path.Combine(shell.Folder, "results.jsonl.job/parts/4.jsonl"), overwrite: true);
        var ran = shell.Run("cluster", "merge", "results.jsonl.job");
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        var parts = Path.Combine(shell.Folder, "results.jsonl.job/parts/");
        Assert.That(ran.Error.TrimEnd().Split('\n'), Is.EqualTo(new[]
        {
            $"ruleengine: {parts}2.jsonl is not as it was written: its lines do not have the hash that its last line gives.",
            $"ruleengine: {parts}3.jsonl was made with other rules than the job's.",
            $"ruleengine: {parts}4.jsonl is part 1/5.",
            "ruleengine: Part 5 of 5 is missing.",
            $"ruleengine: The good parts are kept. Delete the others; `ruleengine cluster resume {Path.Combine(shell.Folder, "results.jsonl.job")}` has what is missing made.",
        }));
        Assert.That(File.Exists(Path.Combine(shell.Folder, "results.jsonl")), Is.False);
        foreach (var number in (int[])[2, 3, 4])
            File.Delete($"{parts}{number}.jsonl");
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job", "--jobs", "2").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void Status_says_what_an_operator_asks()
    {
        using var shell = Job(4);
        var said = new List<string>();
        Walk("status", "results.jsonl.job");
        shell.Run("cluster", "part", "results.jsonl.job", "1");
        shell.Run("cluster", "part", "results.jsonl.job", "3");
        shell.With("results.jsonl.job/log/part-1.txt", "ruleengine: Part 1/4 is done.\n").With("results.jsonl.job/log/part-2.txt", "ruleengine: Part 2/4 begins.\nslurmstepd: error: *** JOB 7 CANCELLED DUE TO TIME LIMIT ***\n");
        Walk("status", "results.jsonl.job");
        Walk("merge", "results.jsonl.job");
        Walk("run", "results.jsonl.job", "--jobs", "2");
        Walk("status", "results.jsonl.job");
        Testing.Snapshot.Verify(string.Join('\n', said));

        void Walk(params string[] command)
        {
            var ran = shell.Run(["cluster", .. command]);
            var text = $"{ran.Output}{ran.Error}".Replace(shell.Folder, "FOLDER");
            said.Add($"$ ruleengine cluster {string.Join(' ', command)}\n{System.Text.RegularExpressions.Regex.Replace(text, "(?<=^)[0-9.]+ k?M?B/s of input; about .* left|[0-9.]+ kB(?=\\.)", "…", System.Text.RegularExpressions.RegexOptions.Multiline)}exit code {ran.Code}\n");
        }
    }

    [Test]
    public void Inputs_rules_and_configuration_that_have_changed_are_refused_before_anything_is_checked()
    {
        using var shell = Job(2);
        Refused("corpus.ndjson", BatchTests.Corpus(21), "was made of other inputs than the job's");
        Refused("ruleengine.json", """{ "severity": { "FA2": "warning" } }""", "was made with another configuration or other options than the job's");
        Refused("ruleengine.json", """{ "extends": "packs/river" }""", "was made with other rules than the job's");
        shell.With("corpus.ndjson", BatchTests.Corpus(20));
        Assert.That(shell.Run("cluster", "part", "results.jsonl.job", "1").Code, Is.Zero);

        void Refused(string path, string text, string message)
        {
            shell.With("packs/river/pack.json", """{ "name": "river", "version": "1.0.0" }""").With("packs/river/river/RV1-x.csx", "return nothing;");
            var full = Path.Combine(shell.Folder, path);
            var before = File.Exists(full) ? File.ReadAllText(full) : null;
            shell.With(path, text);
            var ran = shell.Run("cluster", "part", "results.jsonl.job", "1");
            Assert.That(ran.Code, Is.EqualTo(2));
            Assert.That(ran.Error, Is.EqualTo($"ruleengine: Part 1/2 {message}. Nothing was checked: put them back, or submit a new job.\n"));
            if (before is null)
                File.Delete(full);
            else
                File.WriteAllText(full, before);
        }
    }

    [TestCase("results cannot be written over it", "submit", "corpus.ndjson", "--parts", "2", "-o", "corpus.ndjson", "--dry-run")]
    [TestCase("--array is the job's own", "submit", "corpus.ndjson", "--parts", "2", "-o", "r.jsonl", "--", "--array=1-3")]
    [TestCase("There is no option \"--prats\". Did you mean --parts?", "submit", "corpus.ndjson", "--prats", "2", "--parts", "2", "-o", "r.jsonl", "--dry-run")]
    [TestCase("There is no file", "submit", "none.ndjson", "--parts", "2", "-o", "r.jsonl", "--dry-run")]
    [TestCase("Standard input has no parts", "submit", "-", "--parts", "2", "-o", "r.jsonl", "--dry-run")]
    [TestCase("--parts takes a number from 1 to 100000.", "submit", "corpus.ndjson", "--parts", "0", "-o", "r.jsonl")]
    [TestCase("holds a job already", "submit", "corpus.ndjson", "--parts", "2", "-o", "results.jsonl", "--dry-run")]
    [TestCase("is no job folder: it has no manifest.json.", "status", "nowhere")]
    [TestCase("The job has parts 1 to 2, and no part 3.", "part", "results.jsonl.job", "3")]
    [TestCase("`ruleengine cluster submit --help` says what it takes.", "submit", "corpus.ndjson")]
    public void What_cannot_be_is_said(string message, params string[] arguments)
    {
        using var shell = Job(2);
        var ran = shell.Run(["cluster", .. arguments]);
        Assert.That((ran.Code, ran.Output), Is.EqualTo((2, "")));
        Assert.That(ran.Error, Does.Contain(message));
    }

    [Test]
    public void Without_Slurm_a_submission_says_so_and_leaves_the_folder()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(20));
        var program = RuleEngine.Cli.WorkerCommand.ThisProgram;
        var ran = ChildProcess.Run(program[0], shell.Folder, [("PATH", "/nowhere")], [.. program.Skip(1), "cluster", "submit", "corpus.ndjson", "--parts", "2", "--output", "r.jsonl"]);
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Is.EqualTo("ruleengine: There is no sbatch here: Slurm's commands are not installed, or not on the PATH. `ruleengine cluster run` does the work of a job folder on this machine.\n"));
        Assert.That(shell.Run("cluster", "run", "r.jsonl.job").Code, Is.Zero);
    }

    [Test]
    public void A_link_has_the_size_of_what_it_points_to()
    {
        using var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(50));
        File.CreateSymbolicLink(Path.Combine(shell.Folder, "link.ndjson"), Path.Combine(shell.Folder, "corpus.ndjson"));
        shell.Run("cluster", "submit", "link.ndjson", "--parts", "4", "--output", "results.jsonl", "--dry-run");
        Assert.That((long)JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl.job/manifest.json")))["bytes"]!, Is.EqualTo(new FileInfo(Path.Combine(shell.Folder, "corpus.ndjson")).Length));
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job").Code, Is.Zero);
        var sizes = Enumerable.Range(1, 4).Select(part => new FileInfo(Path.Combine(shell.Folder, $"results.jsonl.job/parts/{part}.jsonl")).Length).ToList();
        Assert.That(sizes.Max(), Is.LessThan(2 * sizes.Min()), "The parts have equal shares.");
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(shell.Run("batch", "link.ndjson").Output));
    }

    [Test]
    public void What_an_attempt_has_left_that_is_not_of_its_part_is_cleared_away()
    {
        using var shell = Job(2, 40);
        var whole = shell.Run("batch", "corpus.ndjson").Output;
        var parts = Path.Combine(shell.Folder, "results.jsonl.job/parts");
        File.WriteAllBytes(Path.Combine(parts, ".1.aaaa.jsonl.part"), new byte[500_000]);
        File.WriteAllText(Path.Combine(parts, ".1.bbbb.jsonl.part"), "{\"schemaVersion\":1}\nmore\n");
        Assert.That(shell.Run("cluster", "part", "results.jsonl.job", "1").Code, Is.Zero);
        Assert.That(Directory.EnumerateFiles(parts).Select(Path.GetFileName), Is.EqualTo(new[] { "1.jsonl" }));
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job").Code, Is.Zero);
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl")), Is.EqualTo(whole));
    }

    [Test]
    public void What_the_job_makes_is_no_input_however_the_way_there_is_written()
    {
        using var shell = new Shell().With("data/a.ndjson", BatchTests.Corpus(20)).With("work/here.txt", "");
        using var there = new Shell(Path.Combine(shell.Folder, "work"));
        var whole = there.Run("batch", "../data").Output;
        Assert.That(there.Run("cluster", "submit", "../data", "--parts", "2", "-o", "../data/out.jsonl", "--dry-run").Code, Is.Zero);
        Assert.That(there.Run("cluster", "run", "../data/out.jsonl.job"), Is.EqualTo(new Ran(0, "", "")));
        Assert.That(File.ReadAllText(Path.Combine(shell.Folder, "data/out.jsonl")), Is.EqualTo(whole));
        Directory.CreateSymbolicLink(Path.Combine(shell.Folder, "link"), Path.Combine(shell.Folder, "data"));
        File.Delete(Path.Combine(shell.Folder, "data/out.jsonl"));
        Directory.Delete(Path.Combine(shell.Folder, "data/out.jsonl.job"), recursive: true);
        Assert.That(shell.Run("cluster", "submit", "link", "--parts", "2", "-o", "data/out.jsonl", "--dry-run").Code, Is.Zero);
        Assert.That(shell.Run("cluster", "run", "data/out.jsonl.job"), Is.EqualTo(new Ran(0, "", "")));
    }

    [Test]
    public void A_copy_that_comes_late_is_right_too()
    {
        using var shell = Job(2, 4000);
        using var late = Start(shell, 1);
        while (!late.HasExited && Left(shell).All(file => file.Length < 500_000))
            Thread.Sleep(5);
        ChildProcess.Run("kill", "/", [], "-STOP", $"{late.Id}");
        Assert.That(shell.Run("cluster", "run", "results.jsonl.job").Code, Is.Zero);
        var whole = File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl"));
        ChildProcess.Run("kill", "/", [], "-CONT", $"{late.Id}");
        Assert.That(ChildProcess.Finish(late).Code, Is.Zero);
        Assert.That(shell.Run("cluster", "status", "results.jsonl.job").Output, Does.StartWith("2 parts: 2 done, 0 running").And.Contain("results.jsonl is there: "));
        Assert.That(shell.Run("batch", "corpus.ndjson").Output, Is.EqualTo(whole));
    }

    [Test]
    public void A_log_that_cannot_be_written_is_an_error_in_one_line()
    {
        using var shell = Job(2);
        Directory.Delete(Path.Combine(shell.Folder, "results.jsonl.job/log"));
        var ran = shell.Run("cluster", "run", "results.jsonl.job", "--jobs", "2");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith("ruleengine: Could not find").And.Not.Contain("   at "));
    }

    [TestCase("\"batch\": [", "\"batch\": null, \"none\": [")]
    [TestCase("\"parts\": 2", "\"parts\": 2147483647")]
    [TestCase("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [TestCase("\"schemaVersion\": 1,", "")]
    [TestCase("\"folder\": \"/", "\"folder\": \"")]
    public void A_manifest_that_was_changed_is_refused(string old, string @new)
    {
        using var shell = Job(2);
        var manifest = Path.Combine(shell.Folder, "results.jsonl.job/manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(old, @new));
        var ran = shell.Run("cluster", "status", "results.jsonl.job");
        Assert.That(ran.Code, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith($"ruleengine: {manifest} ").And.Not.Contain("defect"));
    }

    [Test]
    public void A_queue_that_does_not_answer_is_not_an_empty_one()
    {
        using var shell = Job(2);
        shell.With("results.jsonl.job/jobs.txt", "parts:1-2 7\nmerge 8\n").With("bin/squeue", "#!/bin/sh\necho 'slurm_load_jobs error: Unable to contact slurm controller' >&2\nexit 1\n").With("bin/sbatch", "#!/bin/sh\necho 9\n");
        foreach (var program in (string[])["squeue", "sbatch"])
            ChildProcess.Run("chmod", shell.Folder, [], "+x", "bin/" + program);
        foreach (var command in (string[])["status", "resume"])
        {
            var ran = ChildProcess.Run(PublishedProgram.Path, shell.Folder, [("PATH", Path.Combine(shell.Folder, "bin") + ":/bin:/usr/bin")], "cluster", command, "results.jsonl.job");
            Assert.That(ran, Is.EqualTo(new Ran(2, "", "ruleengine: squeue does not answer: slurm_load_jobs error: Unable to contact slurm controller.\n")));
        }
    }

    [Test]
    public void The_manifest_says_what_the_job_is()
    {
        using var shell = Job(2);
        var manifest = JObject.Parse(File.ReadAllText(Path.Combine(shell.Folder, "results.jsonl.job/manifest.json")));
        Assert.That(((int)manifest["schemaVersion"]!, (int)manifest["parts"]!, (string)manifest["rules"]!), Is.EqualTo((1, 2, Testing.Shipped.Pack.Hash)));
        Assert.That((long)manifest["bytes"]!, Is.EqualTo(new FileInfo(Path.Combine(shell.Folder, "corpus.ndjson")).Length));
        Assert.That(manifest["batch"]!.Values<string>(), Does.Contain("--today"));
    }

    private static Shell Job(int parts, int records = 20)
    {
        var shell = new Shell().With("corpus.ndjson", BatchTests.Corpus(records));
        Assert.That(shell.Run("cluster", "submit", "corpus.ndjson", "--parts", $"{parts}", "--output", "results.jsonl", "--dry-run").Code, Is.Zero);
        return shell;
    }

    private static Process Start(Shell shell, int part) => ChildProcess.Start(PublishedProgram.Path, shell.Folder, [], "cluster", "part", "results.jsonl.job", $"{part}");

    private static IEnumerable<FileInfo> Left(Shell shell) => new DirectoryInfo(Path.Combine(shell.Folder, "results.jsonl.job/parts")).EnumerateFiles(".*.jsonl.part");
}
