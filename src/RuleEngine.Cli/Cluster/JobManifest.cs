using System.Text.Json;

namespace RuleEngine.Cli.Cluster;

/// <summary>
/// What a job is: the batch, how many parts it has, and what tells its rules, inputs and options from others. It stands in the job's folder and
/// never changes; every part and the merge are held against it.
/// </summary>
internal sealed record JobManifest
{
    /// <summary>The manifest's name in the job's folder.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The most parts that a job can have.</summary>
    public const int MostParts = 100_000;

    /// <summary>The version of this format, 1.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>How many parts there are. No scheduler is asked: it knows only those that it runs.</summary>
    public required int Parts { get; init; }

    /// <summary>The full path of the file that the results go to.</summary>
    public required string Output { get; init; }

    /// <summary>The full path of the working folder.</summary>
    public required string Folder { get; init; }

    /// <summary>What <c>batch</c> is asked for, the part and the output left aside.</summary>
    public required IReadOnlyList<string> Batch { get; init; }

    /// <summary>The version of the tool.</summary>
    public required string Version { get; init; }

    /// <summary>The hash of the rule pack.</summary>
    public required string Rules { get; init; }

    /// <summary>The sets that are asked about; null for all.</summary>
    public IReadOnlyList<string>? Sets { get; init; }

    /// <summary>What tells the inputs from others: names, sizes, and the ends of files.</summary>
    public required string Inputs { get; init; }

    /// <summary>What tells the configuration and the options from others.</summary>
    public required string Settings { get; init; }

    /// <summary>The bytes of all inputs.</summary>
    public required long Bytes { get; init; }

    /// <summary>Reads the manifest of a job.</summary>
    /// <exception cref="UsageException">The folder is none of a job.</exception>
    public static JobManifest Read(string folder)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<JobManifest>(File.ReadAllBytes(Path.Combine(folder, FileName)), Form);
            if (manifest is { SchemaVersion: 1, Parts: > 0 and <= MostParts, Batch: { } batch, Output: { } output, Folder: { } working, Version: not null, Rules: not null, Inputs: not null, Settings: not null }
                && !batch.Contains(null!) && Path.IsPathRooted(output) && Path.IsPathRooted(working))
            {
                return manifest;
            }

            throw new UsageException($"{Path.Combine(folder, FileName)} is not as this version of ruleengine writes it.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{folder} is no job folder: it has no {FileName}. `ruleengine cluster submit` makes one.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{Path.Combine(folder, FileName)} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string folder) => ReportOutput.WriteFile(Path.Combine(folder, FileName), stream => stream.Write([.. JsonSerializer.SerializeToUtf8Bytes(this, Form), (byte)'\n']));
}
