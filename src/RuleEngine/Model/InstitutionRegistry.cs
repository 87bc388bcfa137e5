using RuleEngine.Model.Places;

namespace RuleEngine.Model;

/// <summary>The existing bodies that a rule pack knows, from its <c>institutions.json</c>.</summary>
public sealed class InstitutionRegistry : Node
{
    private readonly Dictionary<string, RegisteredInstitution> _byName = new(StringComparer.Ordinal);

    internal InstitutionRegistry(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>Every body, in the order of the file.</summary>
    public Members<RegisteredInstitution> Institutions { get; internal set; } = Members<RegisteredInstitution>.None;

    /// <summary>The body with this id or alias, exactly; null where there is none.</summary>
    public RegisteredInstitution? Find(string idOrAlias) => _byName.GetValueOrDefault(idOrAlias);

    internal IEnumerable<string> Ids => Institutions.Select(institution => institution.Id);

    /// <summary>One registry more: of a body that both list alike there is one.</summary>
    internal InstitutionRegistry With(InstitutionRegistry other)
    {
        var together = new InstitutionRegistry(Document, Token, null)
        {
            Institutions = new Members<RegisteredInstitution>([.. Institutions, .. other.Institutions.Where(institution => !Lists(institution))]),
        };
        foreach (var (name, institution) in _byName.Concat(other._byName))
            together._byName.TryAdd(name, institution);
        return together;
    }

    /// <summary>The names of another registry that stand for another body here.</summary>
    internal IEnumerable<(string Name, RegisteredInstitution Institution)> Clashes(InstitutionRegistry other) =>
        other._byName.Where(each => !Lists(each.Value) && _byName.ContainsKey(each.Key)).Select(each => (each.Key, each.Value));

    /// <summary>Whether it has the same body, told alike.</summary>
    private bool Lists(RegisteredInstitution institution) => Find(institution.Id)?.Place.Content == institution.Place.Content;

    /// <summary>False where another body has this id or alias already.</summary>
    internal bool TryAdd(string idOrAlias, RegisteredInstitution institution) => _byName.TryAdd(idOrAlias, institution);
}
