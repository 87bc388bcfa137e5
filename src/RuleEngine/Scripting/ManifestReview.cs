using NuGet.Versioning;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>Holds what a pack says about itself against the pack and this engine.</summary>
internal static class ManifestReview
{
    public static void Check(PackManifest manifest, PackFiles pack, List<Fault> faults)
    {
        if (manifest.Engine is { } engine)
            CheckEngine(manifest, engine, faults);
        if (manifest.Sets is not { } stated)
            return;
        var sets = pack.Scripts.Select(script => script.Set).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!sets.SequenceEqual(stated.Order(StringComparer.Ordinal)))
            faults.Add(manifest.At("sets").Fault(RuleFaults.OtherSets, $"The folders with scripts are {(sets.Count == 0 ? "none" : string.Join(", ", sets))}."));
    }

    /// <summary>The same for who makes others use the pack, whatever this engine's version is; and that its version can be one of a package.</summary>
    public static void CheckToPublish(PackManifest manifest, PackFiles pack, List<Fault> faults)
    {
        var found = new List<Fault>();
        Check(manifest, pack, found);
        faults.AddRange(found.Where(fault => fault.Kind != RuleFaults.OtherEngine || !VersionRange.TryParse(manifest.Engine!, out _)));
        if (!NuGetVersion.TryParseStrict(manifest.Version, out _))
            faults.Add(manifest.At("version").Fault(RuleFaults.OtherEngine, $"\"{manifest.Version}\" is no version as packages have it: three numbers, as in 1.2.0."));
    }

    private static void CheckEngine(PackManifest manifest, string engine, List<Fault> faults)
    {
        var own = new NuGetVersion(typeof(ManifestReview).Assembly.GetName().Version!.ToString(3));
        if (!VersionRange.TryParse(engine, out var range))
            faults.Add(manifest.At("engine").Fault(RuleFaults.OtherEngine, $"\"{engine}\" is no range of versions. NuGet writes them so: [0.2,1.0) from 0.2 on and below 1.0; 0.2 from 0.2 on."));
        else if (!range.Satisfies(own))
            faults.Add(manifest.At("engine").Fault(RuleFaults.OtherEngine, $"This engine is version {own}, and {manifest.Name} {manifest.Version} asks for {range.PrettyPrint()}."));
    }
}
