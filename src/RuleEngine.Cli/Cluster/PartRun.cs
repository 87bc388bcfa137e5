using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary>
/// <c>ruleengine cluster part</c>: one attempt at one part. It writes to a file of its own, so that two at once, as after a node was cut off, do
/// no harm; it begins with what an earlier attempt has left; and its results take the part's name whole or not at all.
/// </summary>
internal static class PartRun
{
    /// <returns>0 when the part is done, whatever its proposals came to.</returns>
    /// <exception cref="UsageException">The job has no such part, or is of other rules or inputs than are here now.</exception>
    public static int Run(JobFolder job, int number, Terminal terminal)
    {
        if (number < 1 || number > job.Manifest.Parts)
            throw new UsageException($"The job has parts 1 to {job.Manifest.Parts}, and no part {number}.");
        var shown = string.Create(CultureInfo.InvariantCulture, $"Part {number}/{job.Manifest.Parts}");
        if (job.IsDone(number))
        {
            terminal.Error.WriteLine($"ruleengine: {shown} is done already.");
            return ExitCode.Clean;
        }

        var there = terminal with { Folder = job.Manifest.Folder };
        var attempt = job.Attempt(number);
        string[] command = ["batch", .. job.Manifest.Batch, "--shard", $"{number.ToString(CultureInfo.InvariantCulture)}/{job.Manifest.Parts.ToString(CultureInfo.InvariantCulture)}", "--output", attempt, "--resume"];
        if (BatchCommand.Request(command[1..], there) is not { } request)
            throw new UsageException($"{job.In(JobManifest.FileName)} asks for what this version of ruleengine does not know.");
        if (job.OtherThan(BatchIdentity.Of(request, there).Head) is { } other)
            throw new UsageException($"{shown} {other}. Nothing was checked: put them back, or submit a new job.");
        var isGoingOn = Adopt(job, number, attempt);
        terminal.Error.WriteLine($"ruleengine: {shown} {(isGoingOn ? "goes on" : "begins")}.");
        var code = Batch.Run(request, there);
        if (File.Exists(attempt))
        {
            // Another attempt that was done meanwhile has the same bytes.
            if (job.IsDone(number))
                File.Delete(attempt);
            else
                File.Move(attempt, job.ResultsOf(number), overwrite: true);
            terminal.Error.WriteLine($"ruleengine: {shown} is done.");
            return ExitCode.Clean;
        }

        return code == ExitCode.Clean ? ExitCode.Incomplete : code;
    }

    /// <summary>
    /// Begins with what the attempt that came farthest has left. It may be running: it is copied, and what is torn is found later. What nobody
    /// writes any more goes then, so that many attempts take no more room than two.
    /// </summary>
    private static bool Adopt(JobFolder job, int number, string attempt)
    {
        var left = job.Left(number).ToList();
        var isGoingOn = left.Exists(file => file.Length > 0 && TryCopy(file.FullName, attempt + ".part"));
        foreach (var file in left)
            DeleteIfUnused(file.FullName);
        return isGoingOn;
    }

    private static bool TryCopy(string file, string own)
    {
        try
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = new FileStream(own, FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(target);
            return true;
        }
        catch (IOException)
        {
            File.Delete(own);
            return false;
        }
    }

    /// <summary>Who writes an attempt holds it alone. Were it deleted under a writer all the same, that attempt would fail and harm nothing.</summary>
    private static void DeleteIfUnused(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(file);
        }
        catch (IOException)
        {
            // Somebody writes it, or it is gone.
        }
    }
}
