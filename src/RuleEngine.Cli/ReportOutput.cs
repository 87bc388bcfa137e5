using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>A format and where it goes.</summary>
/// <param name="Format">The format.</param>
/// <param name="File">The file; null for standard output.</param>
internal sealed record ReportOutput(ReportFormat Format, string? File)
{
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

        var path = Path.GetFullPath(File, terminal.Folder);
        var part = path + ".part";
        using (var stream = System.IO.File.Create(part))
            Format.Write(report, options with { Width = null, Colour = false }, stream);
        System.IO.File.Move(part, path, overwrite: true);
    }
}
