using RuleEngine.Model;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>Formats and where each goes, as <c>--format NAME</c> and <c>--format NAME=FILE</c> say it.</summary>
internal static class FormatTargets
{
    /// <summary>What was asked for.</summary>
    /// <param name="given">Formats, as NAME or NAME=FILE.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="find">The format of a name; null where there is none.</param>
    /// <param name="names">The names of all formats.</param>
    /// <exception cref="UsageException">A format is unknown, two go to one place, or one goes to no folder.</exception>
    public static List<(F Format, string? File)> Of<F>(IReadOnlyList<string> given, string folder, Func<string, F?> find, Func<IEnumerable<string>> names) where F : class
    {
        var targets = new List<(F Format, string? File)>();
        foreach (var asked in given)
        {
            var equals = asked.IndexOf('=');
            var name = equals < 0 ? asked : asked[..equals];
            var file = equals < 0 ? null : asked[(equals + 1)..];
            var path = string.IsNullOrEmpty(file) ? null : Path.GetFullPath(file, folder);
            var format = find(name) ?? throw new UsageException($"There is no format \"{name}\". {Spelling.Suggestion(name, [.. names()])}");
            if (file == "")
                throw new UsageException($"--format {asked} names no file after the =.");
            if (path is not null)
                ReportOutput.RequireFile(path);
            if (targets.Exists(target => target.File == path))
                throw new UsageException(file is null ? $"Only one format goes to standard output: write --format {name}=FILE." : $"Two formats go to {file}.");
            targets.Add((format, path));
        }

        return targets;
    }

    /// <summary>Writes to a file, or to standard output where there is none; in a file nothing is wrapped or coloured.</summary>
    public static void Write(string? file, ReportOptions options, Terminal terminal, Action<ReportOptions, Stream> write)
    {
        if (file is not null)
        {
            ReportOutput.WriteFile(file, stream => write(options with { Width = null, Colour = false }, stream));
            return;
        }

        var buffered = new BufferedStream(terminal.Out, 1 << 16);
        write(options, buffered);
        buffered.Flush();
    }
}
