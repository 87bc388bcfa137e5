using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Cli;

/// <summary>
/// <c>cluster</c> on a real Slurm cluster of three nodes, which <c>tests/cluster/slurm.sh</c> starts on this machine. Skipped, and said why, where
/// Slurm is not installed or may not be started. <c>CLUSTER_FAULT_RUNS</c> says how many runs with faults there are, one when it is not set.
/// </summary>
[NonParallelizable]
public class SlurmTests
{
    private static readonly string Script = Repository.PathOf("tests/cluster/slurm.sh");
    private static (string, string)[] s_environment = [];
    private readonly Shell _shell = new();
    private string _whole = "";

    [OneTimeSetUp]
    public void Start()
    {
        foreach (var program in (string[])["munged", "slurmctld", "slurmd", "sbatch"])
        {
            if (ChildProcess.Run("bash", "/", [], "-c", $"PATH=$PATH:/usr/sbin:/sbin command -v {program}").Code != 0)
                Assert.Ignore($"{program} is not installed (Debian's slurmctld, slurmd, slurm-client and munge): the cluster tests are skipped.");
        }

        if (Environment.UserName != "root")
            Assert.Ignore("Slurm's daemons are started as root here: the cluster tests are skipped.");
        var up = ChildProcess.Run(Script, "/", [], "up");
        if (up.Code != 0)
            Assert.Ignore($"No cluster comes up here, so the cluster tests are skipped: {up.Error}");
        s_environment = [("SLURM_CONF", up.Output.Trim()), ("PATH", Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin")];
        TestContext.Progress.WriteLine($"Slurm tracks processes by {ChildProcess.Run(Script, "/", [], "tracking").Output.Trim()}.");
        using (var corpus = File.Create(Path.Combine(_shell.Folder, "corpus.ndjson")))
            Benchmarks.GeneratedCorpus.Write(corpus, 6000);
        Assert.That(Ruleengine("batch", "corpus.ndjson", "-o", "whole.jsonl").Code, Is.EqualTo(1));
        _whole = Path.Combine(_shell.Folder, "whole.jsonl");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        if (s_environment.Length > 0)
            ChildProcess.Run(Script, "/", [], "down");
        _shell.Dispose();
    }

    [Test]
    public void A_job_gives_the_bytes_of_one_run_and_an_operator_sees_how_far_it_is()
    {
        var submitted = Submit("plain", 6, "--time", "5", "--", "--comment=by hand");
        Assert.That(Masked(submitted.Output), Is.EqualTo("plain.jsonl.job is written: 6 parts of … bytes.\nParts 1-6 of 6: job …. The merge: job ….\n"));
        Assert.That(Slurm("scontrol", "-o", "show", "job", JobOf("plain", "parts")), Does.Contain("Comment=by hand").And.Contain("TimeLimit=00:05:00"));
        WaitFor("plain");
        AssertWhole("plain");
        Assert.That(Masked(Ruleengine("cluster", "status", "plain.jsonl.job").Output), Is.EqualTo($"6 parts: 6 done, 0 running, 0 waiting, 0 not submitted or ended without a result.\n{_shell.Folder}/plain.jsonl is there: … MB.\n"));
        Assert.That(Ruleengine("cluster", "resume", "plain.jsonl.job").Output, Is.EqualTo("All is done: there is nothing to submit.\n"));
        Assert.That(Ruleengine("cluster", "submit", "corpus.ndjson", "--parts", "2", "--output", "a 'b' 100%.jsonl", "--", "--hold").Code, Is.Zero);
        Assert.That(Masked(Ruleengine("cluster", "resume", "a 'b' 100%.jsonl.job").Output), Is.EqualTo("Nothing is missing: the merge, job …, is pending.\n"));
        Slurm("scontrol", "release", JobOf("a 'b' 100%", "parts"));
        Slurm("scontrol", "release", JobOf("a 'b' 100%", "merge"));
        WaitFor("a 'b' 100%");
        AssertWhole("a 'b' 100%");
    }

    [Test]
    public void A_part_that_is_cancelled_hears_it_and_goes_on_when_it_is_submitted_again()
    {
        Submit("cancelled", 2, "--at-most", "2");
        var attempts = new DirectoryInfo(Path.Combine(_shell.Folder, "cancelled.jsonl.job/parts"));
        while (!attempts.EnumerateFiles(".2.*.jsonl.part").Any(file => file.Length > 100_000))
            Thread.Sleep(10);
        Slurm("scancel", $"{JobOf("cancelled", "parts")}_2");
        WaitUntilIdle();
        Assert.That(File.ReadAllText(Path.Combine(_shell.Folder, "cancelled.jsonl.job/log/part-2.txt")), Does.Contain("ruleengine: Part 2/2 begins.\n").And.Contain("\nruleengine: Interrupted: "), "The program itself is told to stop.");
        Assert.That(File.ReadAllText(attempts.EnumerateFiles(".2.*.jsonl.part").Single().FullName), Does.EndWith("}\n"), "What is done is written whole.");
        var status = Ruleengine("cluster", "status", "cancelled.jsonl.job").Output;
        Assert.That(status, Does.StartWith("2 parts: 1 done, 0 running, 0 waiting, 1 not submitted or ended without a result.\n").And.Contain($"`ruleengine cluster resume {_shell.Folder}/cancelled.jsonl.job` submits what is missing.\n"));
        Assert.That(File.Exists(Path.Combine(_shell.Folder, "cancelled.jsonl")), Is.False, "The merge does not begin without it.");
        Assert.That(Masked(Ruleengine("cluster", "resume", "cancelled.jsonl.job").Output), Is.EqualTo("Part 2 of 2: job …. The merge: job ….\n"));
        WaitFor("cancelled");
        Assert.That(File.ReadAllText(Path.Combine(_shell.Folder, "cancelled.jsonl.job/log/part-2.txt")), Does.EndWith("ruleengine: Part 2/2 goes on.\nruleengine: Part 2/2 is done.\n"));
        AssertWhole("cancelled");
    }

    /// <summary>Random faults at random moments, and what an operator does about them: look, and resume until all is done.</summary>
    [Test]
    public void Whatever_fails_on_the_way_the_result_is_the_same()
    {
        for (var run = 1; run <= Runs; run++)
        {
            var random = new Random(run);
            var name = $"faults-{run}";
            var start = Stopwatch.GetTimestamp();
            var parts = random.Next(5, 13);
            Submit(name, parts, "--time", "2");
            var said = new List<string>();
            for (var fault = 0; fault < 3; fault++)
            {
                Thread.Sleep(random.Next(300, 3000));
                said.Add(Fault(random.Next(6), random, name, parts));
            }

            foreach (var node in (int[])[1, 2, 3])
                Back(node);
            WaitFor(name);
            TestContext.Progress.WriteLine($"Run {run}: {parts} parts; {string.Join("; ", said)}; done after {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s.");
            AssertWhole(name);
            Directory.Delete(Path.Combine(_shell.Folder, name + ".jsonl.job"), recursive: true);
            File.Delete(Path.Combine(_shell.Folder, name + ".jsonl"));
        }
    }

    [Test]
    public void A_part_that_runs_out_of_time_goes_on_when_it_is_submitted_again()
    {
        if (Runs < 10)
            Assert.Ignore("It takes a minute and a half: a time limit has at least a minute. CLUSTER_FAULT_RUNS=10 asks for it.");
        Submit("late", 2, "--time", "1");
        var attempts = new DirectoryInfo(Path.Combine(_shell.Folder, "late.jsonl.job/parts"));
        while (!attempts.EnumerateFiles(".2.*.jsonl.part").Any(file => file.Length > 100_000))
            Thread.Sleep(10);
        ChildProcess.Run("pkill", "/", [], "-STOP", "-f", "cluster part .*late.jsonl.job 2$");
        WaitUntilIdle();
        Assert.That(Slurm("scontrol", "-o", "show", "job", JobOf("late", "parts")), Does.Contain("JobState=TIMEOUT"));
        Assert.That(Ruleengine("cluster", "status", "late.jsonl.job").Output, Does.StartWith("2 parts: 1 done, 0 running, 0 waiting, 1 not submitted or ended without a result.\n"));
        Ruleengine("cluster", "resume", "late.jsonl.job", "--time", "5");
        WaitFor("late");
        Assert.That(File.ReadAllText(Path.Combine(_shell.Folder, "late.jsonl.job/log/part-2.txt")), Does.EndWith("ruleengine: Part 2/2 goes on.\nruleengine: Part 2/2 is done.\n"));
        AssertWhole("late");
    }

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("CLUSTER_FAULT_RUNS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1;

    private string Fault(int kind, Random random, string name, int parts)
    {
        var node = random.Next(1, 4);
        var part = random.Next(1, parts + 1);
        var array = JobOf(name, "parts");
        switch (kind)
        {
            case 0:
                Cluster("crash", node);
                Slurm("scontrol", "update", $"NodeName=rec{node}", "State=DOWN", "Reason=test");
                return $"node {node} crashed";
            case 1:
                Cluster("cut", node);
                Slurm("scontrol", "update", $"NodeName=rec{node}", "State=DOWN", "Reason=test");
                return $"node {node} cut off, its tasks running";
            case 2:
                Slurm("scancel", $"{array}_{part}");
                return $"part {part} cancelled";
            case 3:
                Slurm("scontrol", "requeue", $"{array}_{part}");
                return $"part {part} requeued";
            case 4:
                Slurm("scancel", "--signal=KILL", "--full", $"{array}_{part}");
                return $"part {part} killed";
            default:
                // What was submitted a moment ago is saved with some delay.
                Thread.Sleep(4000);
                Cluster("crash-controller");
                Thread.Sleep(random.Next(100, 2000));
                Cluster("back-controller");
                return "the controller killed and started again";
        }
    }

    private void Back(int node)
    {
        if (!Alive(node))
            Cluster("back", node);
        Slurm("scontrol", "update", $"NodeName=rec{node}", "State=RESUME");
    }

    private static bool Alive(int node) => File.Exists($"/tmp/rec/run/slurmd-rec{node}.pid") && File.ReadAllText($"/tmp/rec/run/slurmd-rec{node}.pid").Trim() is var id
        && File.Exists($"/proc/{id}/status") && !Regex.IsMatch(File.ReadAllText($"/proc/{id}/status"), @"^State:\s*Z", RegexOptions.Multiline);

    /// <summary>Waits for the result as an operator does: where the scheduler has nothing left to do, what is missing is submitted again.</summary>
    private void WaitFor(string name)
    {
        var until = DateTime.UtcNow.AddMinutes(4);
        while (!File.Exists(Path.Combine(_shell.Folder, name + ".jsonl")))
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(until), () => Ruleengine("cluster", "status", name + ".jsonl.job").Output + Slurm("squeue", "-a"));
            Thread.Sleep(200);
            if (Slurm("squeue", "--noheader").Trim() == "" && !File.Exists(Path.Combine(_shell.Folder, name + ".jsonl")))
                Ruleengine("cluster", "resume", name + ".jsonl.job");
        }

        WaitUntilIdle();
    }

    private void WaitUntilIdle()
    {
        while (Slurm("squeue", "--noheader").Trim() != "")
            Thread.Sleep(200);
    }

    private void AssertWhole(string name) =>
        Assert.That(ChildProcess.Run("cmp", _shell.Folder, [], name + ".jsonl", _whole), Is.EqualTo(new Ran(0, "", "")), "The same bytes as one run on one machine.");

    private Ran Submit(string name, int parts, params string[] more)
    {
        var ran = Ruleengine(["cluster", "submit", "corpus.ndjson", "--parts", $"{parts}", "--output", name + ".jsonl", .. more]);
        Assert.That((ran.Code, ran.Error), Is.EqualTo((0, "")));
        return ran;
    }

    private string JobOf(string name, string what) =>
        File.ReadAllLines(Path.Combine(_shell.Folder, name + ".jsonl.job/jobs.txt")).Last(line => line.StartsWith(what, StringComparison.Ordinal)).Split(' ')[1];

    private Ran Ruleengine(params string[] arguments) => ChildProcess.Run(PublishedProgram.Path, _shell.Folder, s_environment, arguments);

    private string Slurm(string program, params string[] arguments) => ChildProcess.Run(program, _shell.Folder, s_environment, arguments).Output;

    private void Cluster(string what, int? node = null) => ChildProcess.Run("bash", _shell.Folder, s_environment, [Script, what, .. node is null ? Array.Empty<string>() : [$"{node}"]]);

    private static string Masked(string text) => Regex.Replace(Regex.Replace(text, "(?<=[Jj]ob )[0-9]+", "…"), @"[0-9][0-9,.]* (bytes|MB)", "… $1");
}
