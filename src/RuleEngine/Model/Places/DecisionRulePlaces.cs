namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="DecisionRule"/>.</summary>
public sealed class DecisionRulePlaces : NodePlaces
{
    internal DecisionRulePlaces(DecisionRule node) : base(node)
    {
    }

    /// <summary><c>body</c></summary>
    public Place Body => Of("body");

    /// <summary><c>rule</c></summary>
    public Place Rule => Of("rule");

    /// <summary><c>veto</c></summary>
    public Place Veto => Of("veto");

    /// <summary><c>lead</c></summary>
    public Place Lead => Of("lead");

    /// <summary><c>votes</c></summary>
    public Place Votes => Of("votes");
}
