namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Guidance"/>.</summary>
public sealed class GuidancePlaces : NodePlaces
{
    internal GuidancePlaces(Guidance node) : base(node)
    {
    }

    /// <summary><c>level</c></summary>
    public Place Level => Of("level");

    /// <summary><c>role</c></summary>
    public Place Role => Of("role");

    /// <summary><c>instruments</c></summary>
    public Place Instruments => Of("instruments");

    /// <summary><c>overrides</c></summary>
    public Place Overrides => Of("overrides");
}
