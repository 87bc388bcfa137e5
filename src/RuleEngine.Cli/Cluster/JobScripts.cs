using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary>The two scripts of a job, for whoever submits them.</summary>
internal static class JobScripts
{
    /// <summary>Writes them into the job's folder.</summary>
    /// <param name="job">The job.</param>
    /// <param name="threads">How many threads, and so processors, a part has.</param>
    public static void Write(JobFolder job, int threads)
    {
        var program = string.Join(' ', WorkerCommand.ThisProgram.Select(Quoted));
        WriteScript(job.PartScript, $"""
            #!/bin/bash
            #SBATCH --job-name=ruleengine-part --cpus-per-task={threads.ToString(CultureInfo.InvariantCulture)}
            #SBATCH --requeue --open-mode=append --output={job.In("log")}/part-%a.txt
            # One part of {job.Manifest.Parts}: the array's task number says which. `exec`, so that the program itself is told to stop; what it
            # has done stands, and whoever starts the part again goes on there. It ends with 0 when the part is done.
            exec {program} cluster part {Quoted(job.Path)} "$SLURM_ARRAY_TASK_ID"
            """);
        WriteScript(job.MergeScript, $"""
            #!/bin/bash
            #SBATCH --job-name=ruleengine-merge --cpus-per-task=1
            #SBATCH --requeue --open-mode=append --output={job.In("log")}/merge.txt
            # Puts the parts together, once all are done; names those that are missing, of another job or not as they were written.
            exec {program} cluster merge {Quoted(job.Path)}
            """);
    }

    private static void WriteScript(string file, string text)
    {
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static string Quoted(string word) => word.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+=:@%".Contains(letter)) && word != "" ? word : $"'{word.Replace("'", "'\\''")}'";
}
