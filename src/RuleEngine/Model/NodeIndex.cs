namespace RuleEngine.Model;

/// <summary>The nodes of an arrangement by where they stand in their document.</summary>
internal sealed class NodeIndex
{
    private readonly List<Node> _nodes = [];

    public NodeIndex(Arrangement arrangement)
    {
        Add(arrangement);
        Add(arrangement.Guidance);
        Add(arrangement.Term);
        Add(arrangement.Source);
        foreach (var party in arrangement.Parties)
        {
            Add(party);
            foreach (var conflict in party.Conflicts ?? Members<Conflict>.None)
                Add(conflict);
        }

        foreach (var rule in arrangement.DecisionMaking)
            Add(rule);
        foreach (var institution in arrangement.Institutions)
            Add(institution);
        foreach (var stake in arrangement.Stakes)
            Add(stake);
        foreach (var instrument in arrangement.Guidance?.Instruments ?? Members<Instrument>.None)
            Add(instrument);
        foreach (var threat in arrangement.Threats)
        {
            Add(threat);
            Add(threat.Actor);
        }

        foreach (var article in arrangement.Articles)
        {
            Add(article);
            Add(article.Source);
            foreach (var provision in article.Provisions)
            {
                Add(provision);
                Add(provision.Against);
                Add(provision.Source);
            }
        }

        _nodes.Sort((one, other) => one.Token.CompareTo(other.Token));
    }

    /// <summary>The node that stands at the token; null where none does.</summary>
    public Node? At(int token)
    {
        var (from, to) = (0, _nodes.Count - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var node = _nodes[middle];
            if (node.Token == token)
                return node;
            if (node.Token < token)
                from = middle + 1;
            else
                to = middle - 1;
        }

        return null;
    }

    private void Add(Node? node)
    {
        if (node is not null)
            _nodes.Add(node);
    }
}
