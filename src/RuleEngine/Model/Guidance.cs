using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>Who guides the arrangement, at what level, and by what instruments.</summary>
public sealed class Guidance : Node
{
    internal Guidance(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The level; null when not stated.</summary>
    public GuidanceLevel? Level { get; internal set; }

    /// <summary>What is done at that level; null when not stated.</summary>
    public GuidanceRole? Role { get; internal set; }

    /// <summary>The instruments cited; empty when none is.</summary>
    public Members<Instrument> Instruments { get; internal set; } = Members<Instrument>.None;

    /// <summary>The consensus of heads of state that the arrangement is said to override; null when nothing is said.</summary>
    public string? Overrides { get; internal set; }

    /// <summary>Whether a level is given: <c>unspecified</c> gives none.</summary>
    public bool HasLevel => Level is not null && Level != GuidanceLevel.Unspecified;

    /// <summary>Whether it lies with heads of state.</summary>
    public bool IsHeadOfState => Level == GuidanceLevel.HeadOfState;

    /// <summary>Whether it lies with heads of government, whom communiqués call leaders too.</summary>
    public bool IsHeadOfGovernment => Level == GuidanceLevel.HeadOfGovernment;

    /// <summary>Whether it steers the arrangement, that is directs, mandates or reviews it, rather than signs it.</summary>
    public bool Steers => Role is not null && Role != GuidanceRole.Signs;

    /// <summary>
    /// The instruments of heads of state: those whose level says so, and those without a level where the guidance itself lies with
    /// heads of state.
    /// </summary>
    public Members<Instrument> HeadOfStateInstruments => new([.. Instruments.Where(instrument =>
        instrument.Level == GuidanceLevel.HeadOfState
        || (IsHeadOfState && (instrument.Level is null || instrument.Level == GuidanceLevel.Unspecified)))]);

    /// <summary>The places of the properties.</summary>
    public GuidancePlaces At => new(this);
}
