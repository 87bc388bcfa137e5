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

    /// <summary>False where another body has this id or alias already.</summary>
    internal bool TryAdd(string idOrAlias, RegisteredInstitution institution) => _byName.TryAdd(idOrAlias, institution);
}
