namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Provision"/>.</summary>
public sealed class ProvisionPlaces : NodePlaces
{
    internal ProvisionPlaces(Provision node) : base(node)
    {
    }

    /// <summary><c>kind</c></summary>
    public Place Kind => Of("kind");

    /// <summary><c>domain</c></summary>
    public Place Domain => Of("domain");

    /// <summary><c>obligors</c></summary>
    public Place Obligors => Of("obligors");

    /// <summary><c>beneficiaries</c></summary>
    public Place Beneficiaries => Of("beneficiaries");

    /// <summary><c>against</c></summary>
    public Place Against => Of("against");

    /// <summary><c>trigger</c></summary>
    public Place Trigger => Of("trigger");

    /// <summary><c>conditions</c></summary>
    public Place Conditions => Of("conditions");

    /// <summary><c>institution</c></summary>
    public Place Institution => Of("institution");

    /// <summary><c>addresses</c></summary>
    public Place Addresses => Of("addresses");

    /// <summary><c>exclusive</c></summary>
    public Place Exclusive => Of("exclusive");

    /// <summary><c>binding</c></summary>
    public Place Binding => Of("binding");

    /// <summary><c>summary</c></summary>
    public Place Summary => Of("summary");

    /// <summary><c>source</c></summary>
    public Place Source => Of("source");
}
