namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Party"/>.</summary>
public sealed class PartyPlaces : NodePlaces
{
    internal PartyPlaces(Party node) : base(node)
    {
    }

    /// <summary><c>id</c></summary>
    public Place Id => Of("id");

    /// <summary><c>name</c></summary>
    public Place Name => Of("name");

    /// <summary><c>kind</c></summary>
    public Place Kind => Of("kind");

    /// <summary><c>conflicts</c></summary>
    public Place Conflicts => Of("conflicts");
}
