namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Conflict"/>.</summary>
public sealed class ConflictPlaces : NodePlaces
{
    internal ConflictPlaces(Conflict node) : base(node)
    {
    }

    /// <summary><c>with</c></summary>
    public Place With => Of("with");

    /// <summary><c>status</c></summary>
    public Place Status => Of("status");

    /// <summary><c>summary</c></summary>
    public Place Summary => Of("summary");
}
