using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RuleEngine.Cli.Cluster;

/// <summary>Slurm by its own commands, which are its interface.</summary>
internal static class Slurm
{
    private static readonly string[] Ended = ["COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "BOOT_FAIL", "DEADLINE", "PREEMPTED"];

    /// <summary>Submits a script.</summary>
    /// <returns>The id of the job.</returns>
    /// <exception cref="UsageException">There is no Slurm here, or it refuses.</exception>
    public static string Submit(IEnumerable<string> options, string script)
    {
        var (code, output, error) = Run("sbatch", ["--parsable", .. options, script]);

        // ID, or ID;CLUSTER.
        return code == 0 && output.Trim().Split(';')[0] is { Length: > 0 } id ? id
            : throw new UsageException($"sbatch refuses: {(error.Trim() == "" ? "it gives no job" : FirstLine(error))}. The job folder stands; `ruleengine cluster resume` submits it again.");
    }

    /// <summary>What Slurm has of a job of this name: the state of each task of an array (of a job that is none, of task 0), and where or why.</summary>
    /// <param name="id">The job. The same id may have come to mean another job since.</param>
    /// <param name="name">What the job is called.</param>
    /// <exception cref="UsageException">There is no Slurm here, or it does not answer.</exception>
    public static IReadOnlyDictionary<int, (string State, string Where)> Tasks(string id, string name)
    {
        var (code, output, error) = Run("squeue", ["--noheader", "--array", "--states=all", "--jobs", id, "--format", "%j|%K|%T|%N|%r"]);

        // Of a job that ended long ago Slurm says that its id is invalid: it has it no more.
        if (code != 0 && !error.Contains("Invalid job id", StringComparison.Ordinal))
            throw new UsageException($"squeue does not answer: {FirstLine(error)}.");
        var tasks = new Dictionary<int, (string, string)>();
        foreach (var line in code == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            if (line.Split('|') is not [var itsName, var numbers, var state, var node, var reason] || itsName != name || Ended.Contains(state))
                continue;
            foreach (var number in Regex.IsMatch(numbers, "^[0-9,-]+(%[0-9]+)?$") ? Ranges.Read(numbers.Split('%')[0]) : [0])
                tasks[number] = (state, node != "" ? node : reason);
        }

        return tasks;
    }

    /// <summary>Takes back a job.</summary>
    public static void Cancel(string id) => Run("scancel", [id]);

    private static (int Code, string Output, string Error) Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

            // A user's own view of the queue would hide jobs.
            foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("SQUEUE_", StringComparison.Ordinal)).ToList())
                start.Environment.Remove(variable);
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }
        catch (Win32Exception)
        {
            throw new UsageException($"There is no {program} here: Slurm's commands are not installed, or not on the PATH. `ruleengine cluster run` does the work of a job folder on this machine.");
        }
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Replace("sbatch: error: ", "").TrimEnd('.');
}
