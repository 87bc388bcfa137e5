using System.Globalization;
using RuleEngine.Engine.Batch;

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
        string[] words = [.. job.Manifest.Batch, "--shard", $"{number.ToString(CultureInfo.InvariantCulture)}/{job.Manifest.Parts.ToString(CultureInfo.InvariantCulture)}", "--output", attempt, "--resume"];
        var request = BatchCommand.Request(words, there) is { } asked ? asked with { Own = job.Own }
            : throw new UsageException($"{job.In(JobManifest.FileName)} asks for what this version of ruleengine does not know.");
        if (job.OtherThan(BatchIdentity.Of(request, there).Head) is { } other)
            throw new UsageException($"{shown} {other}. Nothing was checked: put them back, or submit a new job.");
        try
        {
            var code = Attempt(job, number, shown, request, there);
            if (File.Exists(attempt) && !job.IsDone(number))
                File.Move(attempt, job.ResultsOf(number), overwrite: true);
            if (!job.IsDone(number))
                return code == ExitCode.Clean ? ExitCode.Incomplete : code;
        }
        catch (IOException) when (job.IsDone(number))
        {
            // Another attempt was done meanwhile, with the same bytes, and this one's file was cleared away.
        }

        File.Delete(attempt);
        foreach (var left in job.Left(number))
            DeleteIfUnused(left.FullName);
        terminal.Error.WriteLine($"ruleengine: {shown} is done.");
        return ExitCode.Clean;
    }

    /// <summary>
    /// Goes on with a copy of what the attempt that came farthest has left; where locks say nothing it may be running, and what is torn is
    /// found. One that is not of this part is cleared away, and the next is taken; where there is none, it begins anew. What nobody writes any
    /// more goes, so that many attempts take no more room than two.
    /// </summary>
    private static int Attempt(JobFolder job, int number, string shown, BatchRequest request, Terminal terminal)
    {
        var own = request.Output + ".part";
        foreach (var left in job.Left(number).Where(file => file.Length > 0))
        {
            if (!TryCopy(left.FullName, own))
                continue;
            terminal.Error.WriteLine($"ruleengine: {shown} goes on.");
            try
            {
                foreach (var other in job.Left(number).Where(file => file.FullName != own && file.FullName != left.FullName))
                    DeleteIfUnused(other.FullName);
                return Batch.Run(request, terminal);
            }
            catch (Exception exception) when (exception is UsageException or ResultFormatException)
            {
                terminal.Error.WriteLine($"ruleengine: What an attempt at it has left is not of it, and is cleared away: {Path.GetFileName(left.Name)}");
                File.Delete(own);
            }
            finally
            {
                DeleteIfUnused(left.FullName);
            }
        }

        terminal.Error.WriteLine($"ruleengine: {shown} begins.");
        return Batch.Run(request, terminal);
    }

    /// <summary>False for what is gone, or is being written and, where locks work, cannot be read.</summary>
    private static bool TryCopy(string file, string own)
    {
        FileStream source;
        try
        {
            source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (IOException)
        {
            return false;
        }

        using (source)
        {
            using var target = new FileStream(own, FileMode.CreateNew, FileAccess.Write);
            source.CopyTo(target);
            return true;
        }
    }

    /// <summary>Who writes an attempt holds it alone. Were it deleted under a writer all the same, that attempt would fail and harm nothing.</summary>
    private static void DeleteIfUnused(string file)
    {
        if (!JobFolder.IsHeld(file))
            File.Delete(file);
    }
}
