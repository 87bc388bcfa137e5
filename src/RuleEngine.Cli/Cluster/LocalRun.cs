using System.Diagnostics;
using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary><c>ruleengine cluster run</c>: the same job folder on this machine, each part a process as on a cluster, and then the merge.</summary>
internal static class LocalRun
{
    public static int Run(JobFolder job, int atOnce, Terminal terminal)
    {
        var next = new Queue<int>(Enumerable.Range(1, job.Manifest.Parts).Where(number => !job.IsDone(number)));
        var failed = new List<int>();
        var running = new HashSet<Process>();
        var isStopped = false;
        Exception? fault = null;
        using (new Interruption(() =>
        {
            isStopped = true;
            lock (running)
            {
                foreach (var process in running)
                    Stop(process);
            }
        }))
        {
            var workers = Enumerable.Range(0, Math.Min(atOnce, next.Count)).Select(_ => new Thread(Work)).ToList();
            workers.ForEach(worker => worker.Start());
            workers.ForEach(worker => worker.Join());
        }

        if (fault is not null)
            throw new UsageException(fault.Message);
        if (isStopped)
            terminal.Error.WriteLine($"ruleengine: Interrupted: {job.Done.Count()} of {job.Manifest.Parts} parts are done; the same command goes on.");
        else if (failed.Count > 0)
            terminal.Error.WriteLine($"ruleengine: {Ranges.Of(failed.Order())} of {job.Manifest.Parts} {(failed.Count == 1 ? "is" : "are")} not done; {job.LogOf(failed.Min())} says why.");
        return isStopped || failed.Count > 0 ? ExitCode.Incomplete : MergeRun.Run(job, terminal);

        void Work()
        {
            while (true)
            {
                int number;
                lock (next)
                {
                    if (isStopped || !next.TryDequeue(out number))
                        return;
                }

                try
                {
                    if (Part(number) == ExitCode.Clean)
                        continue;
                    lock (failed)
                        failed.Add(number);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    fault = exception;
                    return;
                }
            }
        }

        int Part(int number)
        {
            var program = WorkerCommand.ThisProgram;
            using var log = new FileStream(job.LogOf(number), FileMode.Append, FileAccess.Write, FileShare.Read);
            using var process = Process.Start(new ProcessStartInfo(program[0], [.. program.Skip(1), "cluster", "part", job.Path, number.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
            lock (running)
                running.Add(process);
            if (isStopped)
                Stop(process);
            process.StandardError.BaseStream.CopyTo(log);
            process.WaitForExit();
            lock (running)
                running.Remove(process);
            return process.ExitCode;
        }
    }

    /// <summary>Asks a process to stop, as a scheduler does.</summary>
    private static void Stop(Process process)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                process.Kill();
            else
                Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
