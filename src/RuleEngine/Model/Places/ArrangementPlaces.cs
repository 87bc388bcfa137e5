namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of an <see cref="Arrangement"/>.</summary>
public sealed class ArrangementPlaces : NodePlaces
{
    internal ArrangementPlaces(Arrangement node) : base(node)
    {
    }

    /// <summary><c>$schema</c></summary>
    public Place Schema => Of("$schema");

    /// <summary><c>id</c></summary>
    public Place Id => Of("id");

    /// <summary><c>title</c></summary>
    public Place Title => Of("title");

    /// <summary><c>form</c></summary>
    public Place Form => Of("form");

    /// <summary><c>date</c></summary>
    public Place Date => Of("date");

    /// <summary><c>publicity</c></summary>
    public Place Publicity => Of("publicity");

    /// <summary><c>completeness</c></summary>
    public Place Completeness => Of("completeness");

    /// <summary><c>unread</c></summary>
    public Place Unread => Of("unread");

    /// <summary><c>parties</c></summary>
    public Place Parties => Of("parties");

    /// <summary><c>accession</c></summary>
    public Place Accession => Of("accession");

    /// <summary><c>guidance</c></summary>
    public Place Guidance => Of("guidance");

    /// <summary><c>decisionMaking</c></summary>
    public Place DecisionMaking => Of("decisionMaking");

    /// <summary><c>institutions</c></summary>
    public Place Institutions => Of("institutions");

    /// <summary><c>domains</c></summary>
    public Place Domains => Of("domains");

    /// <summary><c>threats</c></summary>
    public Place Threats => Of("threats");

    /// <summary><c>purpose</c></summary>
    public Place Purpose => Of("purpose");

    /// <summary><c>addressesNoThreat</c></summary>
    public Place AddressesNoThreat => Of("addressesNoThreat");

    /// <summary><c>articles</c></summary>
    public Place Articles => Of("articles");

    /// <summary><c>stakes</c></summary>
    public Place Stakes => Of("stakes");

    /// <summary><c>term</c></summary>
    public Place Term => Of("term");

    /// <summary><c>source</c></summary>
    public Place Source => Of("source");

    /// <summary><c>coder</c></summary>
    public Place Coder => Of("coder");
}
