using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>An existing body, as the rule pack's registry knows it.</summary>
public sealed class RegisteredInstitution : Node
{
    internal RegisteredInstitution(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The id that proposals use.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>What messages call it.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The year in which it was founded.</summary>
    public int Founded { get; internal set; }

    /// <summary>What it works on.</summary>
    public Members<Domain> Domains { get; internal set; } = Members<Domain>.None;

    /// <summary>Other ids for the same body; empty when it has none.</summary>
    public Members<string> Aliases { get; internal set; } = Members<string>.None;
}
