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
    ]);

    /// <summary>The registry, in which every id and alias stands for one body; null where there are faults, which are added.</summary>
    public static InstitutionRegistry? ReadRegistry(string path, byte[] bytes, List<Fault> faults) =>
        DocumentReader.Read<InstitutionRegistry>(path, bytes, RegistryFormat.Naming, RegistryFormat.Registry, Index, faults);

    /// <summary>The manifest; null where there are faults, which are added.</summary>
    public static PackManifest? ReadManifest(string path, byte[] bytes, List<Fault> faults) =>
        DocumentReader.Read<PackManifest>(path, bytes, new Naming(), Manifest, (_, _) => { }, faults);

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
