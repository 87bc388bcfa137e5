using RuleEngine.Engine;
using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;

namespace RuleEngine.Cli.Cluster;

/// <summary>What tells a batch from others, before any of it is done.</summary>
/// <param name="Head">What a part of it begins with: version, rules, inputs and options.</param>
/// <param name="Bytes">The bytes of all its inputs.</param>
internal sealed record BatchIdentity(ResultHead Head, long Bytes)
{
    /// <exception cref="UsageException">There is no input, or it cannot be divided.</exception>
    public static BatchIdentity Of(BatchRequest request, Terminal terminal)
    {
        var reader = new SettingsReader(terminal.Folder);
        var settings = reader.For(terminal.Folder);
        var pack = PackOption.Limited(CompiledRules.ReadPack(request.Pack, settings, request.NoCache, isolate: false, terminal), request.Sets);
        var sources = BatchSources.Find(request.Inputs, request.Excluded, settings, request.Own, terminal);
        if (sources.Exists(source => source.File == "-"))
            throw new UsageException("Standard input has no parts: its size is not known before it ends.");
        if (sources.Find(source => !File.Exists(source.File)) is { } missing)
            throw new UsageException($"There is no file {missing.Path}.");
        var tool = Tool.With(pack);
        var faults = reader.Faults.Count + SettingsReview.Faults(reader, settings, pack).Count;
        return new BatchIdentity(
            new ResultHead(tool.Version, tool.Rules, request.Part, Part.HashOf(sources), settings.HashOn(request.Today ?? DayOption.Today, request.Excerpts), faults) { Sets = tool.Sets },
            sources.Sum(source => source.Size));
    }
}
