using System.Globalization;

namespace RuleEngine.Cli.Cluster;

/// <summary>Makes the folder of a new job.</summary>
internal static class JobPlan
{
    /// <param name="inputs">What <c>batch</c> would be given.</param>
    /// <param name="options">The options that it would be given.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="output">The full path of the results.</param>
    /// <param name="folder">The full path of the job folder.</param>
    /// <param name="threads">How many threads a part has.</param>
    /// <param name="terminal">Whose working folder counts.</param>
    /// <exception cref="UsageException">The batch cannot be done: there is no input, the rules or the configuration are faulty.</exception>
    public static JobFolder Make(IReadOnlyList<string> inputs, IReadOnlyList<string> options, int parts, string output, string folder, int threads, Terminal terminal)
    {
        string[] batch = [.. options, .. inputs];
        var request = BatchCommand.Request([.. batch, "--shard", $"1/{parts.ToString(CultureInfo.InvariantCulture)}"], terminal)
            ?? throw new UsageException($"`batch` does not take {string.Join(' ', batch)}.");
        ReportOutput.RequireFile(output);
        var (head, bytes) = BatchIdentity.Of(request with { Own = JobFolder.OwnOf(folder, output) }, terminal);
        if (head.Faults > 0)
            throw new UsageException("The rules or the configuration are faulty: `ruleengine batch` says how. A job is submitted when they are right.");
        var job = JobFolder.Make(folder, new JobManifest
        {
            SchemaVersion = 1, Parts = parts, Output = output, Folder = terminal.Folder, Batch = batch, Version = head.Version, Rules = head.Rules, Sets = head.Sets,
            Inputs = head.Inputs!, Settings = head.Settings!, Bytes = bytes,
        });
        JobScripts.Write(job, threads);
        return job;
    }
}
