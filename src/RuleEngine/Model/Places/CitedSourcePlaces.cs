namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="CitedSource"/>.</summary>
public sealed class CitedSourcePlaces : NodePlaces
{
    internal CitedSourcePlaces(CitedSource node) : base(node)
    {
    }

    /// <summary><c>title</c></summary>
    public Place Title => Of("title");

    /// <summary><c>url</c></summary>
    public Place Url => Of("url");

    /// <summary><c>page</c></summary>
    public Place Page => Of("page");
}
