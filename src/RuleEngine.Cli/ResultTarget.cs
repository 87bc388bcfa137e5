namespace RuleEngine.Cli;

/// <summary>
/// The file that results are asked to go to: where a link is named, what it points to. It is written as <c>FILE.part</c> and takes its name
/// when it is whole; a device or a pipe is written as it is.
/// </summary>
internal sealed class ResultTarget
{
    private ResultTarget(string file, FileStream? inPlace) => (File, InPlace) = (file, inPlace);

    /// <summary>The full path.</summary>
    public string File { get; }

    /// <summary>The device or pipe; null where the target is a file. It is opened once: a pipe that is closed is at its end for who reads it.</summary>
    public FileStream? InPlace { get; }

    /// <summary>The full path of the file that is written until all is done; null for a device or a pipe.</summary>
    public string? Part => InPlace is null ? File + ".part" : null;

    /// <summary>The target; null for standard output.</summary>
    /// <param name="asked">The path as it was given; null or <c>-</c> for standard output.</param>
    /// <param name="folder">The working folder.</param>
    /// <exception cref="UsageException">No file can be there.</exception>
    public static ResultTarget? Of(string? asked, string folder)
    {
        if (asked is null or "-")
            return null;
        var full = Path.GetFullPath(asked, folder);
        if (IsDevice(full))
            return new ResultTarget(full, new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        var file = Meant(full);
        ReportOutput.RequireFile(file);
        return new ResultTarget(file, PipeAt(file));
    }

    /// <summary>The file that a path means: where it is a link, what it points to, however many links that takes.</summary>
    public static string Meant(string file) => new FileInfo(file) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file : file;

    /// <summary>The path without links, as far as it is there.</summary>
    public static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var name in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, name);
            if (new FileInfo(real) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = Real(target.FullName);
        }

        return real;
    }

    /// <summary>Whether the path is one of the system's devices, among which there is a folder for files.</summary>
    private static bool IsDevice(string full) =>
        full.StartsWith("/dev/", StringComparison.Ordinal) && !full.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static FileStream? PipeAt(string file)
    {
        if (!System.IO.File.Exists(file) || new FileInfo(file).Length > 0)
            return null;
        FileStream stream;
        try
        {
            // Who opened a pipe to write alone would wait for somebody to read it.
            stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }

        if (!stream.CanSeek)
            return stream;
        stream.Dispose();
        return null;
    }
}
