namespace RuleEngine.Cli.Cluster;

/// <summary>Hands parts of a job to Slurm, and the merge that waits for them.</summary>
internal static class JobSubmission
{
    /// <summary>Submits all parts, and the merge.</summary>
    /// <param name="job">The job.</param>
    /// <param name="options">Further options of <c>sbatch</c>, for both.</param>
    /// <returns>What was submitted, in a line.</returns>
    public static string Submit(JobFolder job, IReadOnlyList<string> options) => Submit(job, [.. Enumerable.Range(1, job.Manifest.Parts)], [], options);

    /// <summary>Submits the parts that are not done and that the scheduler does not have, and a merge in place of one that waits.</summary>
    /// <returns>What was submitted, in a line; null where there is nothing to submit.</returns>
    public static string? Resume(JobFolder job, IReadOnlyList<string> options)
    {
        var status = JobStatus.Of(job);
        if (status.IsMerged)
            return null;
        foreach (var (what, id) in job.Jobs.Where(each => each.What == "merge" && Slurm.Has(each.Id)))
            Slurm.Cancel(id);
        var running = status.IsRunning ? job.Jobs.Where(each => each.What.StartsWith("parts:", StringComparison.Ordinal) && Slurm.Has(each.Id)).Select(each => each.Id) : [];
        return Submit(job, status.Lost, [.. running], options);
    }

    private static string Submit(JobFolder job, IReadOnlyList<int> parts, IReadOnlyList<string> running, IReadOnlyList<string> options)
    {
        var waits = running.Select(id => $"afterany:{id}").ToList();
        var said = "";
        if (parts.Count > 0)
        {
            // sbatch's own environment is the job's: `--export` would load the user's login files for each task.
            var numbers = Ranges.Written(parts);
            var array = Slurm.Submit([.. options, $"--array={numbers}"], job.PartScript);
            job.Submitted($"parts:{numbers}", array);
            waits.Add($"afterok:{array}");
            said = $"{Ranges.Of(parts)} of {job.Manifest.Parts}: job {array}. ";
        }

        var merge = Slurm.Submit([.. options, .. waits.Count == 0 ? Array.Empty<string>() : [$"--dependency={string.Join(',', waits)}", "--kill-on-invalid-dep=yes"]], job.MergeScript);
        job.Submitted("merge", merge);
        return $"{said}The merge: job {merge}.";
    }
}
