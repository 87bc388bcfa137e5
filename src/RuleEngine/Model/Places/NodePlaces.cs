namespace RuleEngine.Model.Places;

/// <summary>The places of a node's properties, stated or absent.</summary>
public abstract class NodePlaces
{
    private readonly Node _node;

    private protected NodePlaces(Node node) => _node = node;

    /// <summary>The coder's remark.</summary>
    public Place Note => Of("note");

    private protected Place Of(string property)
    {
        var (token, missing) = _node.Document.Property(_node.Token, property);
        return new Place(_node, token, missing);
    }
}
