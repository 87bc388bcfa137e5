using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;

namespace RuleEngine.Scripting;

/// <summary>Reads a rule pack from its folder. What is wrong with one script leaves the others whole.</summary>
public static class PackReader
{
    /// <param name="folder">The pack's folder.</param>
    /// <param name="shownAs">How reports name the folder: as it was given, with <c>/</c>.</param>
    /// <param name="cache">Where compiled scripts are found and kept.</param>
    public static RulePack Read(string folder, string shownAs, ScriptCache cache) => Read(folder, shownAs, new ScriptLoader(cache));

    internal static RulePack Read(string folder, string shownAs, IScriptLoader loader)
    {
        var faults = new List<Fault>();
        var files = PackFolder.Read(folder, shownAs, faults);
        var reading = new Lane<Documents>(() => ReadDocuments(files));
        var ofScripts = new List<Fault>();
        var principles = Principles(files, loader, ofScripts);
        var (registry, manifest, ofDocuments) = reading.Result();
        faults.AddRange(ofDocuments);
        faults.AddRange(ofScripts);
        if (principles.Count == 0 && faults.Count == 0)
            faults.Add(new Fault(RuleFaults.NoPack, shownAs, "There is no rule in it: no .csx file in a subfolder."));
        var name = manifest?.Name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        return new RulePack(name, manifest?.Version ?? "", new Lazy<string>(() => files.Hash), principles, registry, faults);
    }

    private static Documents ReadDocuments(PackFolder files)
    {
        var faults = new List<Fault>();
        var registry = files.File(PackFolder.RegistryFile) is { } registryFile
            ? PackDocuments.ReadRegistry(registryFile.Path, registryFile.Bytes, faults) : null;
        var manifest = files.File(PackFolder.ManifestFile) is { } manifestFile
            ? PackDocuments.ReadManifest(manifestFile.Path, manifestFile.Bytes, faults) : null;
        return new Documents(registry, manifest, faults);
    }

    private static List<Principle> Principles(PackFolder files, IScriptLoader loader, List<Fault> faults)
    {
        var scripts = new List<ScriptSource>(files.Scripts);
        loader.Begin([.. scripts.Where((_, index) => NameFault(scripts, index) is null)], files.File(PackFolder.RegistryFile));
        var found = Lanes.Share(scripts.Count, index => Principle(scripts, index, loader));
        var principles = new List<Principle>();
        foreach (var (principle, itsFaults) in found)
        {
            principles.Add(principle);
            faults.AddRange(itsFaults);
        }

        principles.Sort((one, other) => string.CompareOrdinal(one.Id, other.Id) is not 0 and var order ? order : string.CompareOrdinal(one.Path, other.Path));
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

    private sealed record Documents(InstitutionRegistry? Registry, PackManifest? Manifest, List<Fault> Faults);

    private sealed record LoadedScript(Principle Principle, List<Fault> Faults);
}
