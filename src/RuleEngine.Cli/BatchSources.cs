using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Parsing;

namespace RuleEngine.Cli;

/// <summary>The files of a batch.</summary>
internal static class BatchSources
{
    private static readonly string[] OfLines = [".ndjson", ".jsonl"];

    /// <summary>How the names of files end that a batch takes of folders and globs: JSON and NDJSON, compressed or not.</summary>
    private static readonly string[] Endings =
    [
        .. from ending in (string[])[".json", .. OfLines]
           from compressed in (string[])["", .. Decompression.Endings]
           select ending + compressed,
    ];

    /// <summary>The files, in the order of the arguments; within a folder or glob in ordinal order.</summary>
    /// <param name="arguments">Files, folders, globs, or <c>-</c>.</param>
    /// <param name="excluded">Globs of files to leave out.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="written">What the run itself writes: it is no input where nobody names it.</param>
    /// <param name="terminal">Where standard input is.</param>
    /// <exception cref="UsageException">There is nothing to check, or it would be written over.</exception>
    public static List<BatchSource> Find(IReadOnlyList<string> arguments, IReadOnlyList<string> excluded, EffectiveSettings settings, IReadOnlyList<string> written, Terminal terminal)
    {
        var found = new Inputs(terminal.Folder, excluded, settings, Endings).Find(arguments);
        if (found.Find(input => input.IsNamed && IsOwn(input.File, written)) is { } lost)
            throw new UsageException($"{lost.Path} is to be checked: results cannot be written over it.");
        var sources = found.FindAll(input => !IsOwn(input.File, written)).ConvertAll(input => SourceOf(input, terminal));
        return sources.Count > 0 ? sources
            : throw new UsageException($"Nothing to check: no JSON and no NDJSON file in {string.Join(", ", arguments)}{(settings.Layers.Count > 0 ? " that the configuration lets through" : "")}.");
    }

    /// <summary>Whether the run itself writes a file, or what it is in.</summary>
    private static bool IsOwn(string file, IReadOnlyList<string> written)
    {
        if (file == "-")
            return false;
        var real = ResultTarget.Real(file);
        return written.Any(own => real == own || real.StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    private static BatchSource SourceOf(Input input, Terminal terminal)
    {
        if (input.File == "-")
            return new BatchSource("-", "-", true, true, false, 0, terminal.OpenIn);
        var hasLines = OfLines.Any(ending => PlainName(input.File).EndsWith(ending, StringComparison.Ordinal));
        var file = new FileInfo(ResultTarget.Meant(input.File));
        return new BatchSource(
            input.Path, input.File, input.IsNamed, hasLines, hasLines && file is { Exists: true, Length: > 0 } && IsCompressed(input.File), file.Exists ? file.Length : 0,
            () => new FileStream(input.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
    }

    private static string PlainName(string file) =>
        Decompression.Endings.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.Ordinal)) is { } compressed ? file[..^compressed.Length] : file;

    private static bool IsCompressed(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Decompression.IsCompressed(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Reading it will say so.
            return true;
        }
    }
}
