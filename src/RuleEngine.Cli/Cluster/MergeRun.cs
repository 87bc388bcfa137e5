using RuleEngine.Engine.Batch;

namespace RuleEngine.Cli.Cluster;

/// <summary><c>ruleengine cluster merge</c>: the results of all parts as one run would have written them.</summary>
internal static class MergeRun
{
    /// <exception cref="UsageException">The results cannot be written where they should.</exception>
    public static int Run(JobFolder job, Terminal terminal)
    {
        var wrong = Enumerable.Range(1, job.Manifest.Parts).Select(number => (Number: number, Why: Fault(job, number))).Where(part => part.Why is not null).ToList();
        if (wrong.Count > 0)
        {
            var missing = wrong.FindAll(part => !job.IsDone(part.Number));
            foreach (var part in wrong.Except(missing))
                terminal.Complain($"ruleengine: {part.Why}");
            if (missing.Count > 0)
                terminal.Complain($"ruleengine: {Ranges.Of(missing.Select(part => part.Number))} of {job.Manifest.Parts} {(missing.Count == 1 ? "is" : "are")} missing.");
            terminal.Complain($"ruleengine: The good parts are kept. {(missing.Count == wrong.Count ? "" : "Delete the others; ")}`ruleengine cluster resume {job.Path}` has what is missing made.");
            return ExitCode.Incomplete;
        }

        // A file of its own, so that two merges at once do no harm: they make the same bytes.
        var output = ResultTarget.Meant(job.Manifest.Output);
        var own = $"{output}.{Guid.NewGuid():N}";
        try
        {
            var code = MergeCommand.Run([.. Enumerable.Range(1, job.Manifest.Parts).Select(number => new Input(job.ResultsOf(number), job.ResultsOf(number), true))], ResultTarget.Of(own, terminal.Folder), terminal);
            var length = new FileInfo(own).Length;
            File.Move(own, output, overwrite: true);
            job.Merged(length);
            return code;
        }
        finally
        {
            File.Delete(own + ".part");
            File.Delete(own);
        }
    }

    private static string? Fault(JobFolder job, int number)
    {
        var path = job.ResultsOf(number);
        if (!File.Exists(path))
            return $"{path} is missing.";
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var part = PartFile.Read(path, stream);
            return job.OtherThan(part.Head) is { } other ? $"{path} {other}."
                : part.Head.Part!.Number != number ? $"{path} is part {part.Head.Part}."
                : null;
        }
        catch (ResultFormatException exception)
        {
            return exception.Message;
        }
    }
}
