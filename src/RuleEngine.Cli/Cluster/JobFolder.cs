using System.Globalization;
using RuleEngine.Engine.Batch;

namespace RuleEngine.Cli.Cluster;

/// <summary>
/// The folder of a job: its manifest and scripts, the results of its parts, what each part said. A part counts as done when its results have
/// their name, which they get whole or not at all.
/// </summary>
internal sealed class JobFolder
{
    private JobFolder(string path, JobManifest manifest) => (Path, Manifest) = (path, manifest);

    /// <summary>The full path.</summary>
    public string Path { get; }

    public JobManifest Manifest { get; }

    public string PartScript => In("part.sh");

    public string MergeScript => In("merge.sh");

    /// <summary>The numbers of the parts whose results are there.</summary>
    public IEnumerable<int> Done => Enumerable.Range(1, Manifest.Parts).Where(IsDone);

    /// <summary>Opens the folder of a job.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static JobFolder Open(string given, string workingFolder)
    {
        var path = System.IO.Path.GetFullPath(given, workingFolder);
        return new JobFolder(path, JobManifest.Read(path));
    }

    /// <summary>Makes the folder of a new job.</summary>
    /// <exception cref="UsageException">Another job is there.</exception>
    public static JobFolder Make(string path, JobManifest manifest)
    {
        if (File.Exists(System.IO.Path.Combine(path, JobManifest.FileName)))
            throw new UsageException($"{path} holds a job already: `ruleengine cluster resume` goes on with it; delete it, or name another by --job, to begin anew.");
        foreach (var folder in (string[])["parts", "log"])
            Directory.CreateDirectory(System.IO.Path.Combine(path, folder));
        manifest.Write(path);
        return new JobFolder(path, manifest);
    }

    /// <summary>The results of a part.</summary>
    public string ResultsOf(int part) => In(string.Create(CultureInfo.InvariantCulture, $"parts/{part}.jsonl"));

    /// <summary>What the job itself makes, so that it is no input: its folder and its results, without links.</summary>
    public IReadOnlyList<string> Own => OwnOf(Path, Manifest.Output);

    /// <summary>The same, for a job that is to be made.</summary>
    public static IReadOnlyList<string> OwnOf(string folder, string output) => [ResultTarget.Real(folder), ResultTarget.Real(output), ResultTarget.Real(output) + ".part"];

    /// <summary>What the scheduler calls the jobs of this folder.</summary>
    public string Name => "ruleengine-" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Path)))[..8];

    /// <summary>Whether the parts were put together, and the results are still as long as they were then.</summary>
    public bool IsMerged => File.Exists(In("merged.txt")) && long.TryParse(File.ReadAllText(In("merged.txt")), CultureInfo.InvariantCulture, out var length)
        && new FileInfo(ResultTarget.Meant(Manifest.Output)) is { Exists: true } output && output.Length == length;

    /// <summary>Notes that the parts were put together, and how many bytes that made.</summary>
    public void Merged(long length) => File.WriteAllText(In("merged.txt"), length.ToString(CultureInfo.InvariantCulture) + "\n");

    /// <summary>Whether somebody writes a file, as far as locks tell.</summary>
    public static bool IsHeld(string file)
    {
        try
        {
            using var alone = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Lets nobody else submit while it is held.</summary>
    /// <exception cref="UsageException">Somebody else does.</exception>
    public FileStream Hold()
    {
        try
        {
            return new FileStream(In("submitting.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException && File.Exists(In("submitting.lock")))
        {
            throw new UsageException($"{Path} is being submitted by another run of ruleengine.");
        }
    }

    /// <summary>What a part said when it was run.</summary>
    public string LogOf(int part) => In(string.Create(CultureInfo.InvariantCulture, $"log/part-{part}.txt"));

    public bool IsDone(int part) => File.Exists(ResultsOf(part));

    /// <summary>A name of its own for the results of one more attempt at a part, however many are running.</summary>
    public string Attempt(int part) => In(string.Create(CultureInfo.InvariantCulture, $"parts/.{part}.{Guid.NewGuid():N}.jsonl"));

    /// <summary>What attempts at a part have left, the longest first. Some of them may be running.</summary>
    public IEnumerable<FileInfo> Left(int part) => new DirectoryInfo(In("parts"))
        .EnumerateFiles(string.Create(CultureInfo.InvariantCulture, $".{part}.*.jsonl.part")).Select(file => (File: file, Length: LengthOf(file)))
        .OrderByDescending(file => file.Length).ThenBy(file => file.File.Name, StringComparer.Ordinal).Where(file => file.Length >= 0).Select(file => file.File);

    /// <summary>The jobs of the scheduler, in the order in which they were submitted: what each is of, and its id.</summary>
    public IReadOnlyList<(string What, string Id)> Jobs => !File.Exists(In("jobs.txt")) ? []
        : [.. File.ReadAllLines(In("jobs.txt")).Select(line => line.Split(' ')).Where(words => words.Length == 2).Select(words => (words[0], words[1]))];

    /// <summary>Notes a job of the scheduler.</summary>
    public void Submitted(string what, string id) => File.AppendAllText(In("jobs.txt"), $"{what} {id}\n");

    /// <summary>Why results are not of this job; null where they are.</summary>
    public string? OtherThan(ResultHead head) =>
        head.Version != Manifest.Version ? $"was made by version {head.Version}, and the job is of version {Manifest.Version}"
        : head.Rules != Manifest.Rules || string.Join(' ', head.Sets ?? []) != string.Join(' ', Manifest.Sets ?? []) ? "was made with other rules than the job's"
        : head.Inputs != Manifest.Inputs ? "was made of other inputs than the job's"
        : head.Settings != Manifest.Settings ? "was made with another configuration or other options than the job's"
        : head.Part is not { } part || part.Of != Manifest.Parts ? $"is no part of {Manifest.Parts}"
        : null;

    /// <summary>-1 for a file that is gone.</summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return -1;
        }
    }

    public string In(string name) => System.IO.Path.Combine(Path, name);
}
