using RuleEngine.Engine;
using RuleEngine.Model;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>A format and where it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="File">The file; null for standard output.</param>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
    /// <summary>What was asked for; text to standard output where nothing was.</summary>
    /// <exception cref="UsageException">A format is unknown, or two go to one place.</exception>
    public static List<ReportOutput> Of(IReadOnlyList<string> given)
    {
        if (given.Count == 0)
            return [new ReportOutput(new TextFormat(), null)];
        var outputs = new List<ReportOutput>();
        foreach (var asked in given)
        {
            var equals = asked.IndexOf('=');
            var name = equals < 0 ? asked : asked[..equals];
            var file = equals < 0 ? null : asked[(equals + 1)..];
            var format = ReportFormat.Find(name)
                ?? throw new UsageException($"There is no format \"{name}\". {Spelling.Suggestion(name, [.. ReportFormat.All.Select(format => format.Name)])}");
            if (file == "")
                throw new UsageException($"--format {asked} names no file after the =.");
            if (outputs.Exists(output => output.File == file))
                throw new UsageException(file is null ? $"Only one format goes to standard output: write --format {name}=FILE." : $"Two formats go to {file}.");
            outputs.Add(new ReportOutput(format, file));
        }

        return outputs;
    }

    /// <summary>Writes the report. A file appears whole or not at all.</summary>
    public void Write(Report report, ReportOptions options, Terminal terminal)
    {
        if (File is null)
        {
            var buffered = new BufferedStream(terminal.Out, 1 << 16);
            Format.Write(report, options, buffered);
            buffered.Flush();
            return;
        }

        Replace(Path.GetFullPath(File, terminal.Folder), stream => Format.Write(report, options with { Width = null, Colour = false }, stream));
    }

    /// <summary>Writes a file, which appears whole or not at all.</summary>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new UsageException($"{path} cannot be written: there is no folder {Path.GetDirectoryName(path)}.");
        var part = path + ".part";
        using (var stream = System.IO.File.Create(part))
            write(stream);
        System.IO.File.Move(part, path, overwrite: true);
    }
}
