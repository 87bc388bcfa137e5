using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing.Shapes;
using static RuleEngine.Parsing.Shapes.Forms;

namespace RuleEngine.Parsing;

/// <summary>Reads the JSON documents of a rule pack.</summary>
internal static class PackDocuments
{
    private static readonly Shape Manifest = new("pack", null, (document, at, parent) => new PackManifest(document, at, parent),
    [
        Required<PackManifest>("name", TextValue.Id, (manifest, name) => manifest.Name = name, "The pack's name."),
        Required<PackManifest>("version", Telling, (manifest, version) => manifest.Version = version, "The pack's version."),
        Optional<PackManifest>("engine", Telling, (manifest, range) => manifest.Engine = range, "The versions of the engine that it works with, as NuGet writes a range: [0.2,1.0)."),
        Optional("sets", Names, (PackManifest manifest, Members<string> sets) => manifest.Sets = sets, "The names of its sets, which are its folders."),
    ]);

    private static readonly Shape Lock = new("lock", null, (document, at, parent) => new PackLock(document, at, parent),
    [
        Required<PackLock>("name", TextValue.Id, (packLock, name) => packLock.Name = name, "The pack's name."),
        Required<PackLock>("version", Telling, (packLock, version) => packLock.Version = version, "The pack's version."),
        Required<PackLock>("hash", TextValue.PackHash, (packLock, hash) => packLock.Hash = hash, "The hash of the pack."),
        Required("files", new MapValue<string>(TextValue.PackHash), (PackLock packLock, IReadOnlyList<KeyValuePair<string, string>> files) => packLock.Files = files, "The hash of each file, by its path."),
    ]);

    /// <summary>The registry, in which every id and alias stands for one body; null where there are faults, which are added.</summary>
    public static InstitutionRegistry? ReadRegistry(string path, byte[] bytes, List<Fault> faults) =>
        DocumentReader.Read<InstitutionRegistry>(path, bytes, RegistryFormat.Naming, RegistryFormat.Registry, Index, faults);

    /// <summary>The manifest; null where there are faults, which are added.</summary>
    public static PackManifest? ReadManifest(string path, byte[] bytes, List<Fault> faults) =>
        DocumentReader.Read<PackManifest>(path, bytes, new Naming(), Manifest, (_, _) => { }, faults);

    /// <summary>The lock; null where there are faults, which are added.</summary>
    public static PackLock? ReadLock(string path, byte[] bytes, List<Fault> faults) =>
        DocumentReader.Read<PackLock>(path, bytes, new Naming(), Lock, (_, _) => { }, faults);

    /// <summary>The registries of several packs as one, in which every name stands for one body; null where there is none.</summary>
    public static InstitutionRegistry? Together(IReadOnlyList<InstitutionRegistry?> registries, List<Fault> faults)
    {
        InstitutionRegistry? together = null;
        foreach (var registry in registries)
        {
            if (registry is null)
                continue;
            foreach (var (name, institution) in together?.Clashes(registry) ?? [])
                faults.Add(institution.Place.Fault(RuleFaults.DuplicateInstitution, $"\"{name}\" stands for {together!.Find(name)!.Name} already, in {together.Find(name)!.Place.Path}."));
            together = together?.With(registry) ?? registry;
        }

        return together;
    }

    private static void Index(InstitutionRegistry registry, JsonCursor cursor)
    {
        foreach (var institution in registry.Institutions)
        {
            var (id, missing) = cursor.Text.Property(institution.Token, "id");
            Add(institution.Id, new Place(institution, id, missing));
            var (list, _) = cursor.Text.Property(institution.Token, "aliases");
            var aliases = new Place(institution, list, null);
            for (var index = 0; index < institution.Aliases.Count; index++)
                Add(institution.Aliases[index], aliases.Item(index));

            void Add(string name, Place place)
            {
                if (!registry.TryAdd(name, institution))
                    cursor.Report(RuleFaults.DuplicateInstitution, place, $"\"{name}\" stands for {registry.Find(name)!.Name} already.");
            }
        }
    }
}
