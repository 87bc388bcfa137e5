using RuleEngine.Model.Places;

namespace RuleEngine.Model;

/// <summary>Where the coder found what the file states. It decides nothing.</summary>
public sealed class CitedSource : Node
{
    internal CitedSource(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The work.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>Its address on the web; null when not stated.</summary>
    public string? Url { get; internal set; }

    /// <summary>The page, article or paragraph in it; null when not stated.</summary>
    public string? Page { get; internal set; }

    /// <summary>The places of the properties.</summary>
    public CitedSourcePlaces At => new(this);

    /// <summary>Title, page and address in one line.</summary>
    public override string ToString() =>
        Title + (Page is null ? "" : ", " + Page) + (Url is null ? "" : " <" + Url + ">");
}
