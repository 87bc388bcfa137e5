using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>A conflict that a party is in.</summary>
public sealed class Conflict : Node
{
    internal Conflict(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>Whom it is with: any name, be it a party's or not.</summary>
    public string With { get; internal set; } = "";

    /// <summary>How far it has gone.</summary>
    public ConflictStatus Status { get; internal set; } = null!;

    /// <summary>What it is, in the coder's words; null when not stated.</summary>
    public string? Summary { get; internal set; }

    /// <summary>Whether it is a war under way.</summary>
    public bool IsOngoingWar => Status == ConflictStatus.OngoingWar;

    /// <summary>Whether arms are used: a war under way or armed clashes.</summary>
    public bool IsArmed => Status == ConflictStatus.OngoingWar || Status == ConflictStatus.ArmedClashes;

    /// <summary>The places of the properties.</summary>
    public ConflictPlaces At => new(this);
}
