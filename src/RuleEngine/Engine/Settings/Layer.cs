using RuleEngine.Model.Settings;

namespace RuleEngine.Engine.Settings;

/// <summary>A configuration and where it stands.</summary>
/// <param name="Configuration">What it states.</param>
/// <param name="Folder">The full path of its folder, to which its paths and globs are relative.</param>
public sealed record Layer(Configuration Configuration, string Folder)
{
    /// <summary>The full paths of the rule packs that it extends.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];
}
