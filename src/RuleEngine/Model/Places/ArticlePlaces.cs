namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of an <see cref="Article"/>.</summary>
public sealed class ArticlePlaces : NodePlaces
{
    internal ArticlePlaces(Article node) : base(node)
    {
    }

    /// <summary><c>number</c></summary>
    public Place Number => Of("number");

    /// <summary><c>heading</c></summary>
    public Place Heading => Of("heading");

    /// <summary><c>text</c></summary>
    public Place Text => Of("text");

    /// <summary><c>publicity</c></summary>
    public Place Publicity => Of("publicity");

    /// <summary><c>provisions</c></summary>
    public Place Provisions => Of("provisions");

    /// <summary><c>source</c></summary>
    public Place Source => Of("source");
}
