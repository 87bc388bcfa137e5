namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of an <see cref="Instrument"/>.</summary>
public sealed class InstrumentPlaces : NodePlaces
{
    internal InstrumentPlaces(Instrument node) : base(node)
    {
    }

    /// <summary><c>title</c></summary>
    public Place Title => Of("title");

    /// <summary><c>date</c></summary>
    public Place Date => Of("date");

    /// <summary><c>level</c></summary>
    public Place Level => Of("level");
}
