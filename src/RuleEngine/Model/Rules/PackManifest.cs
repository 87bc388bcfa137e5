using RuleEngine.Model.Places;

namespace RuleEngine.Model.Rules;

/// <summary>What a pack says about itself in <c>pack.json</c>.</summary>
public sealed class PackManifest : Node
{
    internal PackManifest(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The pack's name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The pack's version.</summary>
    public string Version { get; internal set; } = "";
}
