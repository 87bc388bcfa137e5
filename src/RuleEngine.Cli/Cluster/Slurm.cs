using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RuleEngine.Cli.Cluster;

/// <summary>Slurm by its own commands, which are its interface.</summary>
internal static class Slurm
{
    /// <summary>Submits a script.</summary>
    /// <returns>The id of the job.</returns>
    /// <exception cref="UsageException">There is no Slurm here, or it refuses.</exception>
    public static string Submit(IEnumerable<string> options, string script)
    {
        var (code, output, error) = Run("sbatch", ["--parsable", .. options, script]);
        if (code != 0)
            throw new UsageException($"sbatch refuses: {FirstLine(error)}. The job folder stands; `ruleengine cluster resume` submits it again.");

        // ID, or ID;CLUSTER.
        return output.Trim().Split(';')[0];
    }

    /// <summary>Which tasks of a job array Slurm still has, and in what state: <c>RUNNING</c>, <c>PENDING</c> and others.</summary>
    /// <exception cref="UsageException">There is no Slurm here.</exception>
    public static IReadOnlyDictionary<int, (string State, string Where)> Tasks(string id)
    {
        var tasks = new Dictionary<int, (string, string)>();
        foreach (var line in Queue(id, "%K|%T|%N|%r"))
        {
            if (line.Split('|') is [var numbers, var state, var node, var reason] && Regex.IsMatch(numbers, "^[0-9,-]+(%[0-9]+)?$"))
            {
                foreach (var number in Ranges.Read(numbers.Split('%')[0]))
                    tasks[number] = (state, node != "" ? node : reason);
            }
        }

        return tasks;
    }

    /// <summary>Whether Slurm still has the job.</summary>
    public static bool Has(string id) => Queue(id, "%T").Any();

    /// <summary>Takes back a job that waits.</summary>
    public static void Cancel(string id) => Run("scancel", [id]);

    private static IEnumerable<string> Queue(string id, string form)
    {
        // Of a job that ended long ago Slurm says that its id is invalid: it has it no more.
        var (_, output, _) = Run("squeue", ["--noheader", "--array", "--states=all", "--jobs", id, "--format", form]);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Ended.Any(state => line.Contains(state)));
    }

    private static readonly string[] Ended = ["COMPLETED", "FAILED", "CANCELLED", "TIMEOUT", "NODE_FAIL", "OUT_OF_MEMORY", "BOOT_FAIL", "DEADLINE", "PREEMPTED"];

    private static (int Code, string Output, string Error) Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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
