namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Stake"/>.</summary>
public sealed class StakePlaces : NodePlaces
{
    internal StakePlaces(Stake node) : base(node)
    {
    }

    /// <summary><c>party</c></summary>
    public Place Party => Of("party");

    /// <summary><c>kind</c></summary>
    public Place Kind => Of("kind");

    /// <summary><c>domain</c></summary>
    public Place Domain => Of("domain");

    /// <summary><c>summary</c></summary>
    public Place Summary => Of("summary");

    /// <summary><c>share</c></summary>
    public Place Share => Of("share");

    /// <summary><c>level</c></summary>
    public Place Level => Of("level");
}
