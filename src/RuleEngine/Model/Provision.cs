using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>One thing that an article does: an obligation, a statement of principle, a prohibition.</summary>
public sealed class Provision : Node
{
    internal Provision(Document document, int token, Node? parent) : base(document, token, parent) =>
        Arrangement = (Arrangement)parent!.Parent!;

    /// <summary>What it does.</summary>
    public ProvisionKind Kind { get; internal set; } = null!;

    /// <summary>The domain the file states; null when it leaves it to the kind.</summary>
    public Domain? StatedDomain { get; internal set; }

    /// <summary>The domain: the stated one, or else the one that follows from the kind.</summary>
    public Domain Domain => StatedDomain ?? Kind.DefaultDomain!;

    /// <summary>Who owes it, as the file states; null when it names nobody.</summary>
    public PartyList? NamedObligors { get; internal set; }

    /// <summary>Who benefits, as the file states; null when it names nobody.</summary>
    public PartyList? NamedBeneficiaries { get; internal set; }

    /// <summary>Who owes it: all parties where the file names nobody, as in drafting.</summary>
    public PartyList Obligors => NamedObligors ?? Arrangement.Parties;

    /// <summary>Who benefits: all parties where the file names nobody, as in drafting.</summary>
    public PartyList Beneficiaries => NamedBeneficiaries ?? Arrangement.Parties;

    /// <summary>Whom it is aimed at; null when not stated.</summary>
    public Actor? Against { get; internal set; }

    /// <summary>When it falls due; null when not stated.</summary>
    public Trigger? Trigger { get; internal set; }

    /// <summary>What limits it; empty when nothing is stated.</summary>
    public Members<Condition> Conditions { get; internal set; } = Members<Condition>.None;

    /// <summary>The institution that it names; null when it names none.</summary>
    public Institution? Institution { get; internal set; }

    /// <summary>The threats that it addresses; empty when it names none.</summary>
    public Members<Threat> Addresses { get; internal set; } = Members<Threat>.None;

    /// <summary>Whether its benefits exclude others; null when not stated.</summary>
    public bool? Exclusive { get; internal set; }

    /// <summary>Whether it binds, as the file states; null when it does not say, which the format reads as binding.</summary>
    public bool? Binding { get; internal set; }

    /// <summary>Whether it binds. Provisions that do not count for nothing.</summary>
    public bool IsBinding => Arrangement.IsReadAsAllBinding || Binding != false;

    /// <summary>What it says, in the coder's words; null when not stated.</summary>
    public string? Summary { get; internal set; }

    /// <summary>Where it was found; null when not stated.</summary>
    public CitedSource? Source { get; internal set; }

    /// <summary>The article that it stands in.</summary>
    public Article Article => (Article)Parent!;

    /// <summary>The arrangement that it stands in.</summary>
    public Arrangement Arrangement { get; }

    /// <summary>What it is called in a sentence: <c>Article 5 (defense)</c>.</summary>
    public string Label => field ??= string.Concat(Article.Label, " (", Kind.Text, ")");

    /// <summary>The places of the properties.</summary>
    public ProvisionPlaces At => new(this);

    /// <summary>Whether it is of one of these kinds.</summary>
    public bool Is(
        ProvisionKind kind, ProvisionKind? second = null, ProvisionKind? third = null, ProvisionKind? fourth = null, ProvisionKind? fifth = null,
        ProvisionKind? sixth = null) =>
        Kind == kind || Kind == second || Kind == third || Kind == fourth || Kind == fifth || Kind == sixth;

    /// <summary>Whether two or more parties owe it, and it benefits just those.</summary>
    public bool IsMutual => Obligors.Count > 1 && Obligors.Count == Beneficiaries.Count && Obligors.All(party => Beneficiaries.Contains(party));

    /// <summary>
    /// Whether it is a pledge to fight: <c>defense</c> or <c>offense</c> (ATOP), or military <c>assistance</c> that is due in an
    /// armed attack, under threat of one, or unconditionally, which is a pledge by another name.
    /// </summary>
    public bool IsPledge => (Kind == ProvisionKind.Defense || Kind == ProvisionKind.Offense
        || (IsMilitaryAssistance && (Trigger == Trigger.ArmedAttack || Trigger == Trigger.ThreatOfAttack || Trigger == Trigger.Unconditional))) && IsBinding;

    /// <summary>Whether it is military <c>assistance</c> of which the text does not say when it is due.</summary>
    public bool IsAssistanceWithoutTrigger =>
        IsMilitaryAssistance && (Trigger is null || Trigger == Trigger.Unstated) && IsBinding;

    /// <summary>
    /// Whether it answers attack or crisis with something other than arms: <c>consultation</c> or <c>neutrality</c> in an armed
    /// attack, under threat of one, or in a crisis.
    /// </summary>
    public bool SpeaksToAlliance => (Kind == ProvisionKind.Consultation || Kind == ProvisionKind.Neutrality)
        && (Trigger == Trigger.ArmedAttack || Trigger == Trigger.ThreatOfAttack || Trigger == Trigger.Crisis) && IsBinding;

    /// <summary>
    /// Whether it can draw who owes it into a war of who benefits: a pledge, or military <c>assistance</c>, <c>force-contribution</c>,
    /// <c>force-subordination</c> or <c>integrated-command</c> (entrapment: Snyder 1984, <i>World Politics</i> 36: 461-495).
    /// </summary>
    public bool IsWarDuty => IsPledge || (Domain == Domain.Military && IsBinding
        && Is(ProvisionKind.Assistance, ProvisionKind.ForceContribution, ProvisionKind.ForceSubordination, ProvisionKind.IntegratedCommand));

    /// <summary>Whether it owes support that a party may be denied: a pledge, <c>assistance</c>, <c>liquidity-support</c> or <c>reserve-pooling</c>.</summary>
    public bool IsSupportDuty =>
        IsPledge || (Is(ProvisionKind.Assistance, ProvisionKind.LiquiditySupport, ProvisionKind.ReservePooling) && IsBinding);

    /// <summary>Whether it says when it falls due: <c>unstated</c> does not.</summary>
    public bool HasTrigger => Trigger is not null && Trigger != Trigger.Unstated;

    /// <summary>Whether it is owed only where the other has not provoked the attack, or only in some places.</summary>
    public bool IsLimited => Conditions.Any(condition => condition == Condition.UnprovokedOnly || condition == Condition.LocationSpecific);

    /// <summary>Whether it is security cooperation: of domain military, and none of the ATOP five.</summary>
    public bool IsSecurityCooperation => Domain == Domain.Military && !IsOfAtopFive;

    /// <summary>
    /// Whether it is cooperation from which its beneficiaries gain: trade, finance, knowledge, energy, environment and the like, and
    /// never a pledge, military aid or basing.
    /// </summary>
    public bool IsCooperative => Kind.IsCooperative;

    /// <summary>Whether it is one of the obligations of which ATOP asks if some parties owe them and others do not (ASYMM), or basing.</summary>
    public bool IsOfReciprocalKind => IsOfAtopFive || Kind == ProvisionKind.Basing;

    /// <summary>Whether it is of one of the five kinds of ATOP: defense, offense, neutrality, nonaggression, consultation.</summary>
    public bool IsOfAtopFive => Is(
        ProvisionKind.Defense, ProvisionKind.Offense, ProvisionKind.Neutrality, ProvisionKind.Nonaggression, ProvisionKind.Consultation);

    /// <summary>Whether it disclaims an aim; the state that it may name is whom it is not aimed at.</summary>
    public bool IsDisclaimer => Is(ProvisionKind.NoTargeting, ProvisionKind.NoHostileAlignment);

    /// <summary>Whether it is a coercive measure that the United Nations did not decide.</summary>
    public bool IsCoercionOutsideTheUnitedNations =>
        Is(ProvisionKind.CoerciveMeasures) && Institution is not { IsUnitedNations: true };

    internal Members<string>? ObligorIds { get; set; }

    internal Members<string>? BeneficiaryIds { get; set; }

    internal Members<string>? AddressIds { get; set; }

    internal string? InstitutionId { get; set; }

    private bool IsMilitaryAssistance => Kind == ProvisionKind.Assistance && Domain == Domain.Military;
}
