namespace RuleEngine.Model;

/// <summary>The nodes of an arrangement by where they stand in their document.</summary>
internal static class NodeIndex
{
    public static Dictionary<int, Node> Of(Arrangement arrangement)
    {
        var nodes = new Dictionary<int, Node>();
        Add(nodes, [arrangement, arrangement.Guidance, arrangement.Term, arrangement.Source, .. arrangement.Parties, .. arrangement.DecisionMaking, .. arrangement.Institutions, .. arrangement.Stakes]);
        Add(nodes, arrangement.Guidance?.Instruments ?? Enumerable.Empty<Node>());
        foreach (var party in arrangement.Parties)
            Add(nodes, party.Conflicts ?? Enumerable.Empty<Node>());
        foreach (var threat in arrangement.Threats)
            Add(nodes, [threat, threat.Actor]);
        foreach (var article in arrangement.Articles)
        {
            Add(nodes, [article, article.Source]);
            foreach (var provision in article.Provisions)
                Add(nodes, [provision, provision.Against, provision.Source]);
        }

        return nodes;
    }

    private static void Add(Dictionary<int, Node> nodes, IEnumerable<Node?> added)
    {
        foreach (var node in added)
        {
            if (node is not null)
                nodes[node.Token] = node;
        }
    }
}
