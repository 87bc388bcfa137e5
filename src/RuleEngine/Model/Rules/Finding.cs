using RuleEngine.Model.Places;

namespace RuleEngine.Model.Rules;

/// <summary>What a rule has found, and where.</summary>
/// <param name="Kind">Which of the rule's declared findings it is.</param>
/// <param name="Place">The smallest value that is at fault, or the place of what is missing.</param>
/// <param name="Message">One sentence that names the clause and states the fact.</param>
public sealed record Finding(FindingKind Kind, Place Place, string Message)
{
    /// <summary>Other places that belong to it.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init => field = Members<RelatedPlace>.Copy(value); } = Members<RelatedPlace>.None;

    /// <summary>The same finding with one more place for each of the nodes.</summary>
    public Finding WithEach<T>(IEnumerable<T> nodes, Func<T, string> message) where T : Node
    {
        var places = new List<RelatedPlace>();
        for (var index = 0; index < Related.Count; index++)
            places.Add(Related[index]);
        foreach (var node in nodes)
            places.Add(new RelatedPlace(node.Place, message(node)));
        return this with { Related = new Members<RelatedPlace>([.. places]) };
    }

    /// <summary>The same finding with one more place.</summary>
    public Finding With(Place place, string message)
    {
        var places = new RelatedPlace[Related.Count + 1];
        for (var index = 0; index < Related.Count; index++)
            places[index] = Related[index];
        places[^1] = new RelatedPlace(place, message);
        return this with { Related = new Members<RelatedPlace>(places) };
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
