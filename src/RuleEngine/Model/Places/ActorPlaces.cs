namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of an <see cref="Actor"/>.</summary>
public sealed class ActorPlaces : NodePlaces
{
    internal ActorPlaces(Actor node) : base(node)
    {
    }

    /// <summary><c>kind</c></summary>
    public Place Kind => Of("kind");

    /// <summary><c>names</c></summary>
    public Place Names => Of("names");
}
