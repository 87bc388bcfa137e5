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
            #SBATCH --cpus-per-task={threads.ToString(CultureInfo.InvariantCulture)} --requeue --open-mode=append
            # One part of {job.Manifest.Parts}: the array's task number says which. `exec`, so that the program itself is told to stop; what it
            # has done stands, and whoever starts the part again goes on there. It ends with 0 when the part is done.
            exec {program} cluster part {Quoted(job.Path)} "$SLURM_ARRAY_TASK_ID"
            """);
        WriteScript(job.MergeScript, $"""
            #!/bin/bash
            #SBATCH --cpus-per-task=1 --requeue --open-mode=append
            # Puts the parts together, once all are done; names those that are missing, of another job or not as they were written.
            exec {program} cluster merge {Quoted(job.Path)}
            """);
    }

    /// <summary>What <c>sbatch</c> is given besides for the parts: the name of the jobs, where a part says what it does, and which parts.</summary>
    public static IReadOnlyList<string> PartOptions(JobFolder job, string numbers) => [$"--job-name={job.Name}", $"--output={Pattern(job.In("log"))}/part-%a.txt", $"--array={numbers}"];

    /// <summary>The same for the merge.</summary>
    public static IReadOnlyList<string> MergeOptions(JobFolder job) => [$"--job-name={job.Name}", $"--output={Pattern(job.In("log"))}/merge.txt"];

    /// <summary>A command as a person types it.</summary>
    public static string Written(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>A path as Slurm's patterns of file names mean it.</summary>
    private static string Pattern(string path) => path.Replace("\\", "\\\\").Replace("%", "%%");

    private static void WriteScript(string file, string text)
    {
        File.WriteAllText(file, text.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static string Quoted(string word) => word.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+=:@%".Contains(letter)) && word != "" ? word : $"'{word.Replace("'", "'\\''")}'";
}
