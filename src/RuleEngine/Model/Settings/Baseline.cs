using RuleEngine.Model.Places;

namespace RuleEngine.Model.Settings;

/// <summary>The findings that were there on some day, so that later runs show and fail on what is new.</summary>
public sealed class Baseline : Node
{
    internal Baseline(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>What reports call the file.</summary>
    public string Path => Document.Path;

    /// <summary>The findings; one that was there twice stands twice.</summary>
    public Members<KnownFinding> Findings { get; internal set; } = Members<KnownFinding>.None;
}
