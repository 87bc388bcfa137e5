using RuleEngine.Model;

namespace RuleEngine.Parsing.Patching;

/// <summary>The names that references of one file may take.</summary>
/// <param name="arrangement">The file's arrangement, with the pack's registry where one is bound.</param>
internal sealed class KnownNames(Arrangement arrangement)
{
    /// <summary>The bodies of the registry, which a file may name.</summary>
    public const string Registered = "registered institutions";

    private readonly Dictionary<string, string[]> _names = new()
    {
        ["parties"] = Written(arrangement.Parties.Select(party => party.Id)),
        ["threats"] = Written(arrangement.Threats.Select(threat => threat.Id)),
        ["institutions"] = Written(arrangement.Institutions.Select(institution => institution.Id)),
        [Registered] = Written(arrangement.Registry?.Ids ?? []),
    };

    /// <summary>The names of the members of a list, as JSON.</summary>
    public IReadOnlyList<string> Of(string list) => _names[list];

    private static string[] Written(IEnumerable<string> names) => [.. names.Select(JsonText.Quoted)];
}
