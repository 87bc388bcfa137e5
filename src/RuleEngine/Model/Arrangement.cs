using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>
/// A proposed cooperation arrangement: the facts that one proposal file states. What the file does not say is null or empty;
/// members that are named for a question apply the format's default.
/// </summary>
public sealed class Arrangement : Node
{
    /// <summary>What each of the parties gains, in their order; null until it is asked for.</summary>
    private Node?[]? _gains;

    /// <summary>Null until it is asked for.</summary>
    private Alignment? _alignment;

    internal Arrangement(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>The file's name for it, in kebab-case.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Its title. A title decides nothing.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The form of the instrument; null when not stated.</summary>
    public ArrangementForm? Form { get; internal set; }

    /// <summary>ISO date on which it was proposed or signed; null when not stated.</summary>
    public string? Date { get; internal set; }

    /// <summary>Whether it is published; null when not stated, which the format reads as published.</summary>
    public Publicity? Publicity { get; internal set; }

    /// <summary>Whether the arrangement as a whole is secret.</summary>
    public bool IsSecret => Publicity == Publicity.Secret;

    /// <summary>How much of the text was read; null when not stated, which the format reads as a summary.</summary>
    public Completeness? Completeness { get; internal set; }

    /// <summary>The annexes that a full reading left out; empty when none is named.</summary>
    public Members<string> Unread { get; internal set; } = Members<string>.None;

    /// <summary>
    /// Whether every operative article was read and there is at least one provision, binding or not. Only then does the
    /// absence of a clause say anything.
    /// </summary>
    public bool IsFullText => Completeness == Completeness.Full && ProvisionsRead > 0;

    /// <summary>Whether some operative article may not have been read.</summary>
    public bool IsPartialText => Completeness != Completeness.Full;

    /// <summary>The parties, at least one.</summary>
    public PartyList Parties { get; internal set; } = new([]);

    /// <summary>Who may join later; null when not stated.</summary>
    public Accession? Accession { get; internal set; }

    /// <summary>Who guides it; null when not stated.</summary>
    public Guidance? Guidance { get; internal set; }

    /// <summary>How its bodies decide, one entry a body; empty when not stated.</summary>
    public Members<DecisionRule> DecisionMaking { get; internal set; } = Members<DecisionRule>.None;

    /// <summary>The bodies that it names or creates; empty when it names none.</summary>
    public Members<Institution> Institutions { get; internal set; } = Members<Institution>.None;

    /// <summary>The domains that it declares, whether or not a provision carries them; empty when it declares none.</summary>
    public Members<Domain> Domains { get; internal set; } = Members<Domain>.None;

    /// <summary>The threats that it states; empty when it states none.</summary>
    public Members<Threat> Threats { get; internal set; } = Members<Threat>.None;

    /// <summary>Its purpose; null when not stated.</summary>
    public string? Purpose { get; internal set; }

    /// <summary>Whether it says that it addresses no threat; null when it does not say.</summary>
    public bool? AddressesNoThreat { get; internal set; }

    /// <summary>Its articles, in the order of the file.</summary>
    public Members<Article> Articles { get; internal set; } = Members<Article>.None;

    /// <summary>The provisions that bind, in the order of the file. Those that do not bind count for nothing.</summary>
    public Members<Provision> Provisions => IsReadAsAllBinding ? AllProvisions : BindingProvisions;

    /// <summary>How many provisions the file has, binding or not.</summary>
    public int ProvisionsRead { get; internal set; }

    /// <summary>What it brings each party; empty when not stated.</summary>
    public Members<Stake> Stakes { get; internal set; } = Members<Stake>.None;

    /// <summary>How long it lasts, and how it can be reviewed, renewed and left; null when not stated.</summary>
    public Term? Term { get; internal set; }

    /// <summary>Where it was found; null when not stated.</summary>
    public CitedSource? Source { get; internal set; }

    /// <summary>Who coded the file; null when not stated.</summary>
    public string? Coder { get; internal set; }

    /// <summary>The year of its date; null when it has none.</summary>
    public int? Year => Date is null ? null : int.Parse(Date.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether others may join.</summary>
    public bool IsOpen => Accession == Accession.Open;

    /// <summary>Whether a provision is a pledge to fight.</summary>
    public bool HasPledge => Provisions.Any(provision => provision.IsPledge);

    /// <summary>Whether a provision answers attack or crisis with something other than arms.</summary>
    public bool SpeaksToAlliance => Provisions.Any(provision => provision.SpeaksToAlliance);

    /// <summary>
    /// How far it goes in building common military structures (Leeds and Anac 2005, <i>International Interactions</i> 31: 183-202).
    /// </summary>
    public Institutionalisation Institutionalisation =>
        Provisions.Any(provision => provision.Is(ProvisionKind.DefensePolicyCoordination, ProvisionKind.IntegratedCommand, ProvisionKind.Basing))
            ? Institutionalisation.High
        : Institutions.Any(institution => institution.IsMilitaryOrgan)
            || Provisions.Any(provision => provision.Is(ProvisionKind.MilitaryContact, ProvisionKind.ForceSubordination, ProvisionKind.ForceContribution)
                || (provision.Is(ProvisionKind.EducationTraining, ProvisionKind.TechnologySharing) && provision.Domain == Domain.Military))
            ? Institutionalisation.Moderate
        : Institutionalisation.None;

    /// <summary>What kind of alignment it is, by its binding provisions. It decides none of the nine principles.</summary>
    public Alignment Alignment => _alignment ??= Alignment.Of(this);

    /// <summary>The first provision of this domain; null where none carries it.</summary>
    public Provision? FirstOf(Domain domain) => Provisions.FirstOrDefault(provision => provision.Domain == domain);

    /// <summary>
    /// Who owes obligations of this kind when all of them are taken together: two mirrored one-way clauses make one mutual obligation.
    /// Empty where there is no such provision.
    /// </summary>
    public PartyList United(ProvisionKind kind)
    {
        var owing = new List<Party>();
        foreach (var provision in Provisions)
        {
            if (provision.Kind == kind && provision.NamedObligors is null)
                return Parties;
            if (provision.Kind == kind)
                owing.AddRange(provision.Obligors);
        }

        return new PartyList([.. Parties.Where(owing.Contains)]);
    }

    /// <summary>
    /// Where it is said that the party gains: its first gain among the stakes, or else the first cooperative provision that benefits it,
    /// or else the first of the <c>mutual-benefit</c> provisions that together bind all; null where nothing says so.
    /// </summary>
    public Node? GainOf(Party party)
    {
        var gains = _gains ??= Gains();
        for (var index = 0; index < gains.Length; index++)
        {
            if (Parties[index] == party)
                return gains[index];
        }

        return null;
    }

    /// <summary>The places of the properties.</summary>
    public ArrangementPlaces At => new(this);

    /// <summary>How much was read, for a sentence: <c>3 provisions read; not read: Annex A</c>.</summary>
    public string Reading =>
        (ProvisionsRead == 1 ? "1 provision read" : $"{ProvisionsRead} provisions read")
        + (Unread.Count == 0 ? "" : "; not read: " + string.Join(", ", Unread));

    /// <summary>The bodies that the rule pack knows; null until the engine has bound one.</summary>
    internal InstitutionRegistry? Registry { get; set; }

    /// <summary>The provisions that do not bind, in the order of the file.</summary>
    internal Members<Provision> NonBinding { get; set; } = Members<Provision>.None;

    /// <summary>Whether every provision counts as binding here: the engine's question what they would change if they did.</summary>
    internal Members<Provision> AllProvisions { get; set; } = Members<Provision>.None;

    internal Members<Provision> BindingProvisions { get; set; } = Members<Provision>.None;

    /// <summary>Whether every provision counts as binding for now. What a rule finds then is compared with what it finds otherwise.</summary>
    internal bool IsReadAsAllBinding
    {
        get;
        set
        {
            field = value;
            _gains = null;
            _alignment = null;
        }
    }

    private Node?[] Gains()
    {
        var isMutual = United(ProvisionKind.MutualBenefit).Count == Parties.Count;
        var ofAll = isMutual ? Provisions.FirstOrDefault(provision => provision.Is(ProvisionKind.MutualBenefit)) : null;
        var gains = new Node?[Parties.Count];
        for (var index = 0; index < gains.Length; index++)
        {
            var party = Parties[index];
            gains[index] = Stakes.FirstOrDefault(stake => stake.Party == party && stake.Kind == StakeKind.Gain)
                ?? Provisions.FirstOrDefault(provision => provision.IsCooperative && provision.Beneficiaries.Contains(party))
                ?? (Node?)ofAll;
        }

        return gains;
    }
}
