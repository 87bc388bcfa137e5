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

    /// <summary>The versions of the engine that it works with, as NuGet writes a range: <c>[0.2,1.0)</c>; null for any.</summary>
    public string? Engine { get; internal set; }

    /// <summary>The names of its sets; null when not stated.</summary>
    public Members<string>? Sets { get; internal set; }

    /// <summary>Where a property stands, or would.</summary>
    internal Place At(string property) => Place.Member(property);
}
