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
    public Finding WithEach<T>(IEnumerable<T> nodes, Func<T, string> message) where T : Node =>
        this with { Related = new Members<RelatedPlace>([.. Related, .. nodes.Select(node => new RelatedPlace(node.Place, message(node)))]) };

    /// <summary>The same finding with one more place.</summary>
    public Finding With(Place place, string message) => this with { Related = new Members<RelatedPlace>([.. Related, new RelatedPlace(place, message)]) };

    /// <summary>The sentence.</summary>
    public override string ToString() => Message;
}
