namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Threat"/>.</summary>
public sealed class ThreatPlaces : NodePlaces
{
    internal ThreatPlaces(Threat node) : base(node)
    {
    }

    /// <summary><c>id</c></summary>
    public Place Id => Of("id");

    /// <summary><c>kind</c></summary>
    public Place Kind => Of("kind");

    /// <summary><c>domain</c></summary>
    public Place Domain => Of("domain");

    /// <summary><c>temporality</c></summary>
    public Place Temporality => Of("temporality");

    /// <summary><c>actor</c></summary>
    public Place Actor => Of("actor");

    /// <summary><c>exposure</c></summary>
    public Place Exposure => Of("exposure");
}
