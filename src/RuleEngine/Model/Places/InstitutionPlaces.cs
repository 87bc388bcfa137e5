namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of an <see cref="Institution"/>.</summary>
public sealed class InstitutionPlaces : NodePlaces
{
    internal InstitutionPlaces(Institution node) : base(node)
    {
    }

    /// <summary><c>id</c></summary>
    public Place Id => Of("id");

    /// <summary><c>role</c></summary>
    public Place Role => Of("role");

    /// <summary><c>name</c></summary>
    public Place Name => Of("name");

    /// <summary><c>new</c></summary>
    public Place New => Of("new");

    /// <summary><c>domain</c></summary>
    public Place Domain => Of("domain");
}
