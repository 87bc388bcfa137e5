using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A declaration, agreement or decision that the arrangement carries out.</summary>
public sealed class Instrument : Node
{
    internal Instrument(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What it is called.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>ISO date.</summary>
    public string Date { get; internal set; } = "";

    /// <summary>The level at which it was adopted; null when not stated.</summary>
    public GuidanceLevel? Level { get; internal set; }

    /// <summary>The places of the properties.</summary>
    public InstrumentPlaces At => new(this);
}
