using System.Security.Cryptography;
using System.Text;
using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;

namespace RuleEngine.Scripting;

/// <summary>
/// Reads rule packs. What is wrong with one script leaves the others whole. Every check comes this way: where nothing is wrong it makes no
/// LINQ query, since the types of each would be made ready anew at every start.
/// </summary>
public static class PackReader
{
    /// <param name="folder">The pack's folder.</param>
    /// <param name="shownAs">How reports name the folder: as it was given, with <c>/</c>.</param>
    /// <param name="cache">Where compiled scripts are found and kept.</param>
    public static RulePack Read(string folder, string shownAs, ScriptCache cache) => Read([new PackSource(folder, shownAs)], cache);

    /// <summary>Several packs as one: the rules of all, of which no two share an id, and the bodies that any of them knows.</summary>
    /// <param name="sources">Where they are, at least one; what they are called together begins with the first.</param>
    /// <param name="cache">Where compiled scripts are found and kept.</param>
    public static RulePack Read(IReadOnlyList<PackSource> sources, ScriptCache cache) => Read(sources, new ScriptLoader(cache));

    internal static RulePack Read(IReadOnlyList<PackSource> sources, IScriptLoader loader)
    {
        var faults = new List<Fault>();
        var packs = new List<PackFiles>();
        foreach (var source in sources)
            packs.Add(PackFiles.Read(source.Location, source.ShownAs, faults));
        var reading = new Lane<Documents>(() => ReadDocuments(packs));
        var ofScripts = new List<Fault>();
        var scripts = new List<ScriptSource>();
        foreach (var pack in packs)
            scripts.AddRange(pack.Scripts);

        var principles = Principles(scripts, packs, loader, ofScripts);
        var documents = reading.Result();
        faults.AddRange(documents.Faults);
        faults.AddRange(ofScripts);
        foreach (var pack in packs)
        {
            if (!pack.HasScripts && !faults.Exists(pack.Holds))
                faults.Add(pack.WithoutRule);
        }

        var names = new List<string>();
        for (var index = 0; index < packs.Count; index++)
            names.Add(documents.Manifests[index]?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(sources[index].Location))));
        var versions = documents.Manifests.ConvertAll(manifest => manifest?.Version ?? "");
        return new RulePack(
            string.Join(" + ", names), string.Join(" + ", versions), new Lazy<string>(() => HashOf(packs)), Told(principles, packs, faults), documents.Registry, faults)
        {
            Script = path => scripts.Find(script => script.Path == path)!.Text,
        };
    }

    /// <summary>The principles, of which those of a pack that this engine does not fit, or that is not as locked, have that as their fault: they are not asked.</summary>
    private static List<Principle> Told(List<Principle> principles, List<PackFiles> packs, List<Fault> faults)
    {
        foreach (var pack in packs)
        {
            var fault = faults.Find(fault => fault.Kind == RuleFaults.OtherEngine && fault.Path == pack.File(PackFiles.ManifestFile)?.Path)
                ?? faults.Find(fault => pack.IsArchive && (fault.Kind == RuleFaults.NoLock || fault.Kind == RuleFaults.NotAsLocked) && pack.Holds(fault));
            if (fault is null)
                continue;
            var scripts = pack.Scripts.Select(script => script.Path).ToHashSet(StringComparer.Ordinal);
            principles = principles.ConvertAll(principle => scripts.Contains(principle.Path) ? principle with { Rule = null, Fault = fault } : principle);
        }

        return principles;
    }

    /// <summary>Of one pack, its own; of several, that of their hashes.</summary>
    private static string HashOf(List<PackFiles> packs) => packs is [var only] ? only.Hash
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(packs.Select(pack => pack.Hash + "\n")))));

    private static Documents ReadDocuments(List<PackFiles> packs)
    {
        var faults = new List<Fault>();
        var manifests = new List<PackManifest?>();
        var registries = new List<InstitutionRegistry?>();
        foreach (var pack in packs)
        {
            registries.Add(pack.File(PackFiles.RegistryFile) is { } registryFile ? PackDocuments.ReadRegistry(registryFile.Path, registryFile.Bytes, faults) : null);
            manifests.Add(pack.File(PackFiles.ManifestFile) is { } manifestFile ? PackDocuments.ReadManifest(manifestFile.Path, manifestFile.Bytes, faults) : null);
            if (manifests[^1] is { } manifest)
                ManifestReview.Check(manifest, pack, faults);
            if (pack.IsArchive)
                LockReview.Check(pack, manifests[^1], faults);
        }

        return new Documents(PackDocuments.Together(registries, faults), manifests, faults);
    }

    private static List<Principle> Principles(List<ScriptSource> scripts, List<PackFiles> packs, IScriptLoader loader, List<Fault> faults)
    {
        var registries = new List<PackFiles.PackFile>();
        foreach (var pack in packs)
        {
            if (pack.File(PackFiles.RegistryFile) is { } registry)
                registries.Add(registry);
        }

        var named = new List<ScriptSource>();
        for (var index = 0; index < scripts.Count; index++)
        {
            if (NameFault(scripts, index) is null)
                named.Add(scripts[index]);
        }

        loader.Begin(named, registries);
        var found = Lanes.Share(scripts.Count, index => Principle(scripts, index, loader));
        loader.End();
        var principles = new List<Principle>();
        foreach (var (principle, itsFaults) in found)
        {
            principles.Add(principle);
            faults.AddRange(itsFaults);
        }

        principles.Sort((one, other) => Ordinal.Compare(one.Id, other.Id) is not 0 and var order ? order : Ordinal.Compare(one.Path, other.Path));
        return principles;
    }

    private static LoadedScript Principle(List<ScriptSource> scripts, int index, IScriptLoader loader)
    {
        var script = scripts[index];
        var faults = new List<Fault>();
        Rule? rule = null;
        if (NameFault(scripts, index) is { } fault)
            faults.Add(fault);
        else
            rule = loader.Load(script, faults);
        var id = script.Id == "" ? script.Name : script.Id;
        return new LoadedScript(
            new Principle(id, script.Set, script.Name, script.Path, faults.Count == 0 ? rule : null, faults.Count == 0 ? null : faults[0]), faults);
    }

    private static Fault? NameFault(List<ScriptSource> scripts, int index)
    {
        var script = scripts[index];
        if (script.Set == "")
            return script.Fault(RuleFaults.BadFileName, "A rule stands in the folder of its set, below the pack's.");
        if (script.Id == "")
            return script.Fault(RuleFaults.BadFileName, "The file's name is an id (two or more capitals and a digit), a hyphen and a name.");
        return scripts.FindIndex(other => other.Id == script.Id) is var first && first < index
            ? script.Fault(RuleFaults.RepeatedRule, $"{script.Id} is the id of {scripts[first].Path} already.")
            : null;
    }

    private sealed record Documents(InstitutionRegistry? Registry, List<PackManifest?> Manifests, List<Fault> Faults);

    private sealed record LoadedScript(Principle Principle, List<Fault> Faults);
}
