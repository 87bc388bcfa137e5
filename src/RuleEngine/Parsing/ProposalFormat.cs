using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Words;
using RuleEngine.Parsing.Patching;
using RuleEngine.Parsing.Shapes;
using static RuleEngine.Parsing.Shapes.Forms;

namespace RuleEngine.Parsing;

/// <summary>The proposal format: every object, property and word it knows. The reader, the JSON Schema and the addresses are made from it.</summary>
internal static class ProposalFormat
{
    private static readonly TextValue PartyId = TextValue.Reference("parties");

    private static readonly ListValue<string> Parties = new(PartyId, mayBeEmpty: false);

    private static readonly ListValue<string> Threats = new(TextValue.Reference("threats"), mayBeEmpty: false);

    private static readonly Shape Source = new("source", null, (document, at, parent) => new CitedSource(document, at, parent),
    [
        Required<CitedSource>("title", Telling, (source, title) => source.Title = title, "The work."),
        Optional<CitedSource>("url", Free, (source, url) => source.Url = url, "Its address on the web."),
        Optional<CitedSource>("page", Free, (source, page) => source.Page = page, "The page, article or paragraph in it, as text."),
    ])
    { Decides = false };

    private static readonly Shape Conflict = new("conflict", ["with"], (document, at, parent) => new Conflict(document, at, parent),
    [
        Required<Conflict>("with", Telling, (conflict, with) => conflict.With = with, "Whom it is with, by name."),
        Required("status", Word(ConflictStatus.All), (Conflict conflict, ConflictStatus status) => conflict.Status = status, "How far it has gone."),
        Optional<Conflict>("summary", Free, (conflict, summary) => conflict.Summary = summary, "What it is, in the coder's words."),
    ]);

    private static readonly Shape Party = new("party", ["id"], (document, at, parent) => new Party(document, at, parent),
    [
        Required<Party>("id", Telling, (party, id) => party.Id = id, "What the file's references call the party."),
        Required<Party>("name", Telling, (party, name) => party.Name = name, "What messages call the party."),
        Optional("kind", Word(PartyKind.All), (Party party, PartyKind kind) => party.Kind = kind, "State (the default) or organization."),
        Optional("conflicts", ListOf<Conflict>(Conflict), (Party party, Members<Conflict> conflicts) => party.Conflicts = conflicts, "The conflicts that it is in; an empty list says that there is none."),
    ]);

    private static readonly Shape Instrument = new("instrument", null, (document, at, parent) => new Instrument(document, at, parent),
    [
        Required<Instrument>("title", Telling, (instrument, title) => instrument.Title = title, "What the instrument is called."),
        Required<Instrument>("date", TextValue.Date, (instrument, date) => instrument.Date = date, "When it was adopted."),
        Optional("level", Word(GuidanceLevel.All), (Instrument instrument, GuidanceLevel level) => instrument.Level = level, "The level at which it was adopted."),
    ]);

    private static readonly Shape Guidance = new("guidance", null, (document, at, parent) => new Guidance(document, at, parent),
    [
        Optional("level", Word(GuidanceLevel.All), (Guidance guidance, GuidanceLevel level) => guidance.Level = level, "The level at which the arrangement is guided."),
        Optional("role", Word(GuidanceRole.All), (Guidance guidance, GuidanceRole role) => guidance.Role = role, "What is done at that level."),
        Optional("instruments", ListOf<Instrument>(Instrument), (Guidance guidance, Members<Instrument> instruments) => guidance.Instruments = instruments, "The instruments that the arrangement carries out."),
        Optional<Guidance>("overrides", Telling, (guidance, overrides) => guidance.Overrides = overrides, "The consensus of heads of state that the arrangement is said to override."),
    ]);

    private static readonly Shape DecisionRule = new("decisionRule", ["body"], (document, at, parent) => new DecisionRule(document, at, parent),
    [
        Optional<DecisionRule>("body", Telling, (rule, body) => rule.Body = body, "The body that decides."),
        Optional("rule", Word(DecisionRuleKind.All), (DecisionRule rule, DecisionRuleKind kind) => rule.Rule = kind, "How it decides."),
        Optional("veto", Parties, (DecisionRule rule, Members<string> ids) => rule.VetoIds = ids, "The ids of the parties that may veto."),
        Optional<DecisionRule>("lead", PartyId, (rule, id) => rule.LeadId = id, "The id of the party that decides."),
        Optional("votes", new MapValue<double>(NumberValue.NotNegative), (DecisionRule rule, IReadOnlyList<KeyValuePair<string, double>> votes) => rule.VotesById = votes, "Votes by party id, 0 or more each."),
    ]);

    private static readonly Shape Institution = new("institution", ["id"], (document, at, parent) => new Institution(document, at, parent),
    [
        Required<Institution>("id", TextValue.Reference(KnownNames.Registered), (institution, id) => institution.Id = id, "The registry's id or an alias; for a new body, an id of the file's own."),
        Optional("role", Word(InstitutionRole.All), (Institution institution, InstitutionRole role) => institution.Role = role, "What is asked of it; a mention when not stated."),
        Optional<Institution>("name", Telling, (institution, name) => institution.Name = name, "The name of a new body."),
        Optional("new", FlagValue.OnlyTrue, (Institution institution, bool isNew) => institution.IsNew = isNew, "Whether the arrangement creates the body."),
        Optional("domain", Word(Domain.All), (Institution institution, Domain domain) => institution.Domain = domain, "The domain of a new body."),
    ],
    new Demand(
        (_, stated) => (stated.Has("name") || stated.Has("new") || stated.Has("domain")) && !(stated.Has("name") && stated.Has("new") && stated.Has("domain") && !stated.Has("role")),
        InputFaults.NewBody, null,
        _ => "A new body has id, name, \"new\": true and domain, and no role; an existing one has id and perhaps a role.",
        () => """
            { "anyOf": [ { "required": ["name", "new", "domain"], "not": { "required": ["role"] } },
                         { "not": { "anyOf": [ { "required": ["name"] }, { "required": ["new"] }, { "required": ["domain"] } ] } } ] }
            """));

    private static readonly Shape Actor = new("actor", null, (document, at, parent) => new Actor(document, at, parent),
    [
        Required("kind", Word(ActorKind.All), (Actor actor, ActorKind kind) => actor.Kind = kind, "What it is."),
        Optional("names", Names, (Actor actor, Members<string> names) => actor.Names = names, "Its names; required for a named state and a named bloc."),
    ],
    new Demand(
        (node, stated) => node is Actor actor && (actor.Kind == ActorKind.NamedState || actor.Kind == ActorKind.NamedBloc) && !stated.Has("names"),
        InputFaults.NamesRequired, "names",
        actor => $"A {((Actor)actor).Kind} has \"names\".",
        () => Either(OneOf("kind", ActorKind.All.Where(kind => kind != ActorKind.NamedState && kind != ActorKind.NamedBloc)), Requires("names"))));

    private static readonly Shape Threat = new("threat", ["id"], (document, at, parent) => new Threat(document, at, parent),
    [
        Required<Threat>("id", Telling, (threat, id) => threat.Id = id, "What a provision's addresses call it."),
        Required("kind", Word(ThreatKind.All), (Threat threat, ThreatKind kind) => threat.Kind = kind, "What it is."),
        Optional("domain", Word(Domain.All), (Threat threat, Domain domain) => threat.Domain = domain, "Its domain."),
        Optional("temporality", Word(Temporality.All), (Threat threat, Temporality temporality) => threat.Temporality = temporality, "To come (potential, the default), here, or a war under way."),
        Optional("actor", new ObjectValue<Actor>(Actor), (Threat threat, Actor actor) => threat.Actor = actor, "Where it comes from."),
        Optional("exposure", new MapValue<ExposureLevel>(Word(ExposureLevel.All)), (Threat threat, IReadOnlyList<KeyValuePair<string, ExposureLevel>> exposure) => threat.ExposureById = exposure, "How much each party is exposed to it, by party id."),
    ]);

    private static readonly Shape Provision = new("provision", ["kind"], (document, at, parent) => new Provision(document, at, parent),
    [
        Required("kind", Word(ProvisionKind.All), (Provision provision, ProvisionKind kind) => provision.Kind = kind, "What it does."),
        Optional("domain", Word(Domain.All), (Provision provision, Domain domain) => provision.StatedDomain = domain, "Its domain; follows from most kinds."),
        Optional("obligors", Parties, (Provision provision, Members<string> ids) => provision.ObligorIds = ids, "The ids of the parties that owe it; all when absent."),
        Optional("beneficiaries", Parties, (Provision provision, Members<string> ids) => provision.BeneficiaryIds = ids, "The ids of the parties that benefit; all when absent."),
        Optional("against", new ObjectValue<Actor>(Actor), (Provision provision, Actor actor) => provision.Against = actor, "Whom it is aimed at."),
        Optional("trigger", Word(Trigger.All), (Provision provision, Trigger trigger) => provision.Trigger = trigger, "When it falls due."),
        Optional("conditions", new ListValue<Condition>(Word(Condition.All), mayBeEmpty: false), (Provision provision, Members<Condition> conditions) => provision.Conditions = conditions, "What limits it."),
        Optional<Provision>("institution", TextValue.Reference("institutions"), (provision, id) => provision.InstitutionId = id, "The id of the institution that it gives a part."),
        Optional("addresses", Threats, (Provision provision, Members<string> ids) => provision.AddressIds = ids, "The ids of the threats that it addresses."),
        Optional("exclusive", FlagValue.Either, (Provision provision, bool exclusive) => provision.Exclusive = exclusive, "Whether its benefits exclude others."),
        Optional("binding", FlagValue.Either, (Provision provision, bool binding) => provision.Binding = binding, "Whether it binds; it does when not stated."),
        Optional<Provision>("summary", Free, (provision, summary) => provision.Summary = summary, "What it says, in the coder's words."),
        Optional("source", new ObjectValue<CitedSource>(Source), (Provision provision, CitedSource source) => provision.Source = source, "Where it was found."),
    ],
    new Demand(
        (node, stated) => node is Provision { Kind.DefaultDomain: null } && !stated.Has("domain"),
        InputFaults.DomainRequired, "domain",
        provision => $"A provision of kind {((Provision)provision).Kind} exists in several domains: say in which.",
        () => Either(OneOf("kind", ProvisionKind.All.Where(kind => kind.DefaultDomain is not null)), Requires("domain"))));

    private static readonly Shape Article = new("article", ["number"], (document, at, parent) => new Article(document, at, parent),
    [
        Required<Article>("number", Telling, (article, number) => article.Number = number, "Its number as text: \"II\", \"preamble\", \"3(3)\"."),
        Optional<Article>("heading", Free, (article, heading) => article.Heading = heading, "Its heading."),
        Optional("text", UnreadText.Any, (Article article, int token) => article.TextToken = token, "Its wording."),
        Optional("publicity", Word(Publicity.All), (Article article, Publicity publicity) => article.Publicity = publicity, "Public (the default) or secret."),
        Required("provisions", ListOf<Provision>(Provision), (Article article, Members<Provision> provisions) => article.Provisions = provisions, "What it does, one entry a provision."),
        Optional("source", new ObjectValue<CitedSource>(Source), (Article article, CitedSource source) => article.Source = source, "Where it was found."),
    ]);

    private static readonly Shape Stake = new("stake", ["party", "kind"], (document, at, parent) => new Stake(document, at, parent),
    [
        Required<Stake>("party", PartyId, (stake, id) => stake.PartyId = id, "The id of the party that it falls to."),
        Required("kind", Word(StakeKind.All), (Stake stake, StakeKind kind) => stake.Kind = kind, "Gain, cost or risk."),
        Optional("domain", Word(Domain.All), (Stake stake, Domain domain) => stake.Domain = domain, "Its domain."),
        Optional<Stake>("summary", Free, (stake, summary) => stake.Summary = summary, "What it is, in the coder's words."),
        Optional("share", NumberValue.Any, (Stake stake, double share) => stake.Share = share, "How much of the whole, in one unit for all shares of the file."),
        Optional("level", Word(StakeLevel.All), (Stake stake, StakeLevel level) => stake.Level = level, "How much it weighs."),
    ]);

    private static readonly Shape Term = new("term", null, (document, at, parent) => new Term(document, at, parent),
    [
        Optional("duration", Word(TermDuration.All), (Term term, TermDuration duration) => term.Duration = duration, "Whether it ends by itself."),
        Optional("years", NumberValue.Positive, (Term term, double years) => term.Years = years, "How many years a fixed term lasts."),
        Optional("renewal", Word(Renewal.All), (Term term, Renewal renewal) => term.Renewal = renewal, "How it goes on when it ends."),
        Optional("reviewYears", NumberValue.Positive, (Term term, double years) => term.ReviewYears = years, "How many years lie between reviews."),
        Optional("withdrawal", Word(Withdrawal.All), (Term term, Withdrawal withdrawal) => term.Withdrawal = withdrawal, "How a party may leave."),
        Optional("noticeMonths", NumberValue.NotNegative, (Term term, double months) => term.NoticeMonths = months, "How many months before it leaves a party must say so."),
    ]);

    public static readonly Shape Arrangement = new("proposal", null, (document, at, parent) => new Arrangement(document, at, parent),
    [
        Optional<Arrangement>("$schema", Free, (_, _) => { }, "The schema, for editors."),
        Required<Arrangement>("id", TextValue.Id, (arrangement, id) => arrangement.Id = id, "The arrangement's name in kebab-case."),
        Required<Arrangement>("title", Telling, (arrangement, title) => arrangement.Title = title, "Its title."),
        Optional("form", Word(ArrangementForm.All), (Arrangement arrangement, ArrangementForm form) => arrangement.Form = form, "The form of the instrument."),
        Optional<Arrangement>("date", TextValue.Date, (arrangement, date) => arrangement.Date = date, "The day on which it was proposed or signed."),
        Optional("publicity", Word(Publicity.All), (Arrangement arrangement, Publicity publicity) => arrangement.Publicity = publicity, "Public (the default) or secret."),
        Optional("completeness", Word(Completeness.All), (Arrangement arrangement, Completeness completeness) => arrangement.Completeness = completeness, "How much was read: full, every operative article; excerpt, some word for word; summary (the default), coded from a description."),
        Optional("unread", Names, (Arrangement arrangement, Members<string> unread) => arrangement.Unread = unread, "The annexes that a full reading left out."),
        Required("parties", new ListValue<Party>(new ObjectValue<Party>(Party), mayBeEmpty: false), (Arrangement arrangement, Members<Party> parties) => arrangement.Parties = new PartyList(parties), "The parties, at least one."),
        Optional("accession", Word(Accession.All), (Arrangement arrangement, Accession accession) => arrangement.Accession = accession, "Who may join later."),
        Optional("guidance", new ObjectValue<Guidance>(Guidance), (Arrangement arrangement, Guidance guidance) => arrangement.Guidance = guidance, "Who guides it."),
        Optional("decisionMaking", ListOf<DecisionRule>(DecisionRule), (Arrangement arrangement, Members<DecisionRule> rules) => arrangement.DecisionMaking = rules, "How its bodies decide, one entry a body."),
        Optional("institutions", ListOf<Institution>(Institution), (Arrangement arrangement, Members<Institution> institutions) => arrangement.Institutions = institutions, "The bodies that it names or creates."),
        Optional("domains", new ListValue<Domain>(Word(Domain.All), mayBeEmpty: false), (Arrangement arrangement, Members<Domain> domains) => arrangement.Domains = domains, "The domains that it declares, whether or not a provision carries them."),
        Optional("threats", ListOf<Threat>(Threat), (Arrangement arrangement, Members<Threat> threats) => arrangement.Threats = threats, "The threats that it states."),
        Optional<Arrangement>("purpose", Free, (arrangement, purpose) => arrangement.Purpose = purpose, "Its purpose."),
        Optional("addressesNoThreat", FlagValue.Either, (Arrangement arrangement, bool isSo) => arrangement.AddressesNoThreat = isSo, "True where it says that it addresses no threat."),
        Optional("articles", ListOf<Article>(Article), (Arrangement arrangement, Members<Article> articles) => arrangement.Articles = articles, "Its articles."),
        Optional("stakes", ListOf<Stake>(Stake), (Arrangement arrangement, Members<Stake> stakes) => arrangement.Stakes = stakes, "What it brings each party."),
        Optional("term", new ObjectValue<Term>(Term), (Arrangement arrangement, Term term) => arrangement.Term = term, "How long it lasts, and how it can be reviewed, renewed and left."),
        Optional("source", new ObjectValue<CitedSource>(Source), (Arrangement arrangement, CitedSource source) => arrangement.Source = source, "Where it was found."),
        Optional<Arrangement>("coder", Free, (arrangement, coder) => arrangement.Coder = coder, "Who coded the file."),
    ]);

    /// <summary>How list members are named in addresses.</summary>
    public static readonly Naming Naming = MakeNaming();

    private static Naming MakeNaming()
    {
        var naming = new Naming();
        Arrangement.AddNaming(naming);
        return naming;
    }
}
