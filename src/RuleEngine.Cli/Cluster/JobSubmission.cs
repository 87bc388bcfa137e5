namespace RuleEngine.Cli.Cluster;

/// <summary>Hands parts of a job to Slurm, and the merge that waits for them.</summary>
/// <param name="job">The job.</param>
/// <param name="options">Further options of <c>sbatch</c>, for both.</param>
/// <param name="atMost">How many parts may run at once; null for any number.</param>
internal sealed class JobSubmission(JobFolder job, IReadOnlyList<string> options, int? atMost)
{
    /// <summary>Submits all parts, and the merge.</summary>
    /// <returns>What was submitted, in a line.</returns>
    public string Submit()
    {
        using var alone = job.Hold();
        return Submit([.. Enumerable.Range(1, job.Manifest.Parts)], []);
    }

    /// <summary>Submits the parts that are not done and that nobody does, and a merge where none is there that will come.</summary>
    /// <returns>What was submitted, in a line, or why nothing was.</returns>
    public string Resume()
    {
        using var alone = job.Hold();
        if (job.IsMerged)
            return "All is done: there is nothing to submit.";
        var status = JobStatus.Of(job);
        if (status.Lost.Count == 0 && status.Merge is { IsInVain: false } coming)
            return $"Nothing is missing: the merge, job {coming.Id}, is {coming.State.ToLowerInvariant()}.";
        var said = Submit(status.Lost, status.Arrays);
        if (status.Merge is { } old)
            Slurm.Cancel(old.Id);
        return said;
    }

    /// <summary>The commands by which a person submits the whole, in their order.</summary>
    public IEnumerable<string> ByHand() =>
    [
        JobScripts.Written(["sbatch", .. options, .. JobScripts.PartOptions(job, Throttled($"1-{job.Manifest.Parts}")), job.PartScript]),
        JobScripts.Written(["sbatch", .. options, .. JobScripts.MergeOptions(job), "--dependency=afterok:JOB", "--kill-on-invalid-dep=yes", job.MergeScript]),
    ];

    private string Submit(IReadOnlyList<int> parts, IReadOnlyList<string> running)
    {
        var waits = running.Select(id => $"afterany:{id}").ToList();
        var said = "";
        if (parts.Count > 0)
        {
            // sbatch's own environment is the job's: `--export` would load the user's login files for each task.
            var numbers = Ranges.Written(parts);
            var array = Slurm.Submit([.. options, .. JobScripts.PartOptions(job, Throttled(numbers))], job.PartScript);
            job.Submitted($"parts:{numbers}", array);
            waits.Add($"afterok:{array}");
            said = $"{Ranges.Of(parts)} of {job.Manifest.Parts}: job {array}. ";
        }

        var merge = Slurm.Submit([.. options, .. JobScripts.MergeOptions(job), .. waits.Count == 0 ? Array.Empty<string>() : [$"--dependency={string.Join(',', waits)}", "--kill-on-invalid-dep=yes"]], job.MergeScript);
        job.Submitted("merge", merge);
        return $"{said}The merge: job {merge}.";
    }

    private string Throttled(string numbers) => atMost is { } most ? FormattableString.Invariant($"{numbers}%{most}") : numbers;
}
