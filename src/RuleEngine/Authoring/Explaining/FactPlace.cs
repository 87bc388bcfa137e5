using RuleEngine.Model;
using RuleEngine.Model.Places;
using RuleEngine.Scripting.Recording;

namespace RuleEngine.Authoring.Explaining;

/// <summary>Where a fact stands: at the object that is the answer, at its own property, stated or absent; of a question about an object, at that object.</summary>
internal static class FactPlace
{
    /// <summary>How the model calls what the file states, where a question of the property's own name applies a default.</summary>
    private static readonly string[] Prefixes = ["Stated", "Named"];

    public static Place Of(ReadFact fact, Arrangement arrangement)
    {
        if (fact.Owner is not Node node)
            return arrangement.Place;
        if (fact.Value is Node { Parent: not null } answer && answer.Document == node.Document)
            return answer.Place;
        var places = node.GetType().GetProperty("At")?.GetValue(node);
        var name = Array.Find(Prefixes, prefix => fact.Member.StartsWith(prefix, StringComparison.Ordinal)) is { } found ? fact.Member[found.Length..] : fact.Member;
        return places?.GetType().GetProperty(name) is { } property && property.PropertyType == typeof(Place) ? (Place)property.GetValue(places)! : node.Place;
    }
}
