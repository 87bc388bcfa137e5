using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>A format and where it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="File">The full path of the file; null for standard output.</param>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    /// <summary>What was asked for; text to standard output where nothing was.</summary>
    /// <param name="given">Formats, as NAME or NAME=FILE.</param>
    /// <param name="folder">The working folder.</param>
    /// <exception cref="UsageException">A format is unknown, two go to one place, or one goes to no folder.</exception>
    public static List<ReportOutput> Of(IReadOnlyList<string> given, string folder)
    {
        if (given.Count == 0)
            return [new ReportOutput(new TextFormat(), null)];
        return FormatTargets.Of(given, folder, ReportFormat.Find, () => ReportFormat.All.Select(format => format.Name)).ConvertAll(target => new ReportOutput(target.Format, target.File));
    }

    /// <summary>Writes the report.</summary>
    public void Write(Report report, ReportOptions options, Terminal terminal) =>
        FormatTargets.Write(File, options, terminal, (its, output) => Format.Write(report, its, output));

    /// <summary>Holds that a file can be there.</summary>
    /// <exception cref="UsageException">The path is a folder, or in no folder.</exception>
    public static void RequireFile(string path)
    {
        if (Directory.Exists(path))
            throw new UsageException($"{path} cannot be written: it is a folder.");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new UsageException($"{path} cannot be written: there is no folder {Path.GetDirectoryName(path)}.");
    }

    /// <summary>
    /// Writes a file. A new one appears whole or not at all. One that is there is written over once the whole text is ready, and stays
    /// what it is: a link, a pipe, a device, a file that only its owner may read.
    /// </summary>
    public static void WriteFile(string path, Action<Stream> write)
    {
        if (System.IO.File.Exists(path))
            WriteOver(path, write);
        else
            WriteNew(path, write);
    }

    private static void WriteNew(string path, Action<Stream> write)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetRandomFileName()}.part");
        try
        {
            using (var text = System.IO.File.Create(part))
                write(text);
            System.IO.File.Move(part, path, overwrite: true);
        }
        finally
        {
            System.IO.File.Delete(part);
        }
    }

    private static void WriteOver(string path, Action<Stream> write)
    {
        using var text = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        write(text);
        text.Position = 0;
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        text.CopyTo(target);
    }
}
