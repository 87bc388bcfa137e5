using RuleEngine.Model;
using RuleEngine.Model.Words;
using RuleEngine.Parsing.Shapes;
using static RuleEngine.Parsing.Shapes.Forms;

namespace RuleEngine.Parsing;

/// <summary>The format of a pack's <c>institutions.json</c>.</summary>
internal static class RegistryFormat
{
    private static readonly Shape Institution = new("institution", ["id"],
        (document, at, parent) => new RegisteredInstitution(document, at, parent),
    [
        Required<RegisteredInstitution>("id", TextValue.Id, (institution, id) => institution.Id = id, "What proposals call the body."),
        Required<RegisteredInstitution>("name", Telling, (institution, name) => institution.Name = name, "What messages call the body."),
        Required("founded", NumberValue.Year, (RegisteredInstitution institution, double year) => institution.Founded = (int)year, "The year in which it was founded."),
        Required("domains", new ListValue<Domain>(Word(Domain.All), mayBeEmpty: false), (RegisteredInstitution institution, Members<Domain> domains) => institution.Domains = domains, "What it works on."),
        Optional("aliases", Names, (RegisteredInstitution institution, Members<string> aliases) => institution.Aliases = aliases, "Other ids for the same body."),
    ]);

    public static readonly Shape Registry = new("registry", null,
        (document, at, parent) => new InstitutionRegistry(document, at, parent),
    [
        Required("institutions", ListOf<RegisteredInstitution>(Institution), (InstitutionRegistry registry, Members<RegisteredInstitution> institutions) => registry.Institutions = institutions, "The bodies."),
    ]);

    public static readonly Naming Naming = MakeNaming();

    private static Naming MakeNaming()
    {
        var naming = new Naming();
        Registry.AddNaming(naming);
        return naming;
    }
}
