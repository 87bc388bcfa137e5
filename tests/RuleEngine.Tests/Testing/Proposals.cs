using CsCheck;
using Newtonsoft.Json.Linq;
using RuleEngine.Model.Words;

namespace RuleEngine.Tests.Testing;

/// <summary>Makes proposals from a seed: every property of the format, every word, every reference resolved.</summary>
public sealed class Proposals
{
    private static readonly string[] Parties = ["aland", "borduria", "syldavia", "the [north]/~#1"];
    private static readonly string[] Threats = ["intrusion", "raid", "flood"];
    private static readonly string[] Institutions = ["un", "sco", "river-council"];
    private static readonly string[] Actors = ["Syldavia", "Aland", "River League"];
    private static readonly string[] Texts = ["plain", "tab\tand\nline", "\"quoted\" \\ back", "naïve Ünïcode", "漢字", "🙂 pair", "", "a/b~c#d[e]"];

    private readonly Random _random;

    private Proposals(int seed) => _random = new Random(seed);

    /// <summary>Proposals without a fault.</summary>
    public static Gen<JObject> Valid { get; } = Gen.Int.Select(Make);

    public static JObject Make(int seed) => new Proposals(seed).Proposal();

    private JObject Proposal()
    {
        var proposal = new JObject();
        Perhaps(proposal, "$schema", Text);
        proposal["id"] = "generated-1";
        proposal["title"] = "A generated arrangement";
        Perhaps(proposal, "form", () => Word(ArrangementForm.All));
        Perhaps(proposal, "date", Date);
        Perhaps(proposal, "publicity", () => Word(Publicity.All));
        Perhaps(proposal, "completeness", () => Word(Completeness.All));
        Perhaps(proposal, "unread", () => Some("Annex A", "Annex B"));
        proposal["parties"] = new JArray(Parties.Select(Party));
        Perhaps(proposal, "accession", () => Word(Accession.All));
        Perhaps(proposal, "guidance", Guidance);
        Perhaps(proposal, "decisionMaking", () => Many(2, DecisionRule));
        proposal["institutions"] = new JArray(Institutions.Select(Institution));
        Perhaps(proposal, "domains", () => Some([.. Domain.All.Select(word => word.Text)]));
        proposal["threats"] = new JArray(Threats.Select(Threat));
        Perhaps(proposal, "purpose", Text);
        Perhaps(proposal, "addressesNoThreat", Flag);
        Perhaps(proposal, "articles", () => Many(5, Article));
        Perhaps(proposal, "stakes", () => Many(4, Stake));
        Perhaps(proposal, "term", Term);
        Perhaps(proposal, "source", Source);
        Perhaps(proposal, "coder", Text);
        return Noted(proposal);
    }

    private JObject Party(string id)
    {
        var party = new JObject { ["id"] = id, ["name"] = char.ToUpperInvariant(id[0]) + id[1..] };
        Perhaps(party, "kind", () => Word(PartyKind.All));
        Perhaps(party, "conflicts", () => Many(2, Conflict));
        return Noted(party);
    }

    private JObject Guidance()
    {
        var guidance = new JObject();
        Perhaps(guidance, "level", () => Word(GuidanceLevel.All));
        Perhaps(guidance, "role", () => Word(GuidanceRole.All));
        Perhaps(guidance, "instruments", () => Many(2, _ => Instrument()));
        if (_random.Next(6) == 0)
            guidance["overrides"] = "a consensus";
        return Noted(guidance);
    }

    private JObject Instrument()
    {
        var instrument = new JObject { ["title"] = "Declaration", ["date"] = Date() };
        Perhaps(instrument, "level", () => Word(GuidanceLevel.All));
        return Noted(instrument);
    }

    private JObject DecisionRule(int index)
    {
        var rule = new JObject();
        Perhaps(rule, "body", () => index == 0 ? "Council" : "Assembly");
        Perhaps(rule, "rule", () => Word(DecisionRuleKind.All));
        Perhaps(rule, "veto", () => Some(Parties));
        Perhaps(rule, "lead", () => One(Parties));
        Perhaps(rule, "votes", () => new JObject { ["aland"] = _random.Next(5), ["borduria"] = _random.Next(5) + 0.5 });
        return Noted(rule);
    }

    private JObject Institution(string id, int index)
    {
        if (index == 2)
            return Noted(new JObject { ["id"] = id, ["name"] = "River council", ["new"] = true, ["domain"] = Word(Domain.All) });
        var institution = new JObject { ["id"] = id };
        Perhaps(institution, "role", () => Word(InstitutionRole.All));
        return Noted(institution);
    }

    private JObject Threat(string id)
    {
        var threat = new JObject { ["id"] = id, ["kind"] = Word(ThreatKind.All) };
        Perhaps(threat, "domain", () => Word(Domain.All));
        Perhaps(threat, "temporality", () => Word(Temporality.All));
        Perhaps(threat, "actor", Actor);
        Perhaps(threat, "exposure", () => new JObject(Some(Parties).Select(party => new JProperty((string)party!, Word(ExposureLevel.All)))));
        return Noted(threat);
    }

    private JObject Actor()
    {
        var actor = new JObject { ["kind"] = Word(ActorKind.All) };
        if (actor["kind"]!.Value<string>()!.StartsWith("named", StringComparison.Ordinal) || Yes())
            actor["names"] = Some(Actors);
        return Noted(actor);
    }

    private JObject Article(int index)
    {
        var article = new JObject { ["number"] = (index + 1).ToString() };
        Perhaps(article, "heading", Text);
        Perhaps(article, "text", Text);
        if (_random.Next(8) == 0)
            article["publicity"] = Word(Publicity.All);
        article["provisions"] = Many(3, _ => Provision());
        Perhaps(article, "source", Source);
        return Noted(article);
    }

    private JObject Provision()
    {
        var kind = ProvisionKind.All[_random.Next(ProvisionKind.All.Count)];
        var provision = new JObject { ["kind"] = kind.Text };
        if (kind.DefaultDomain is null || _random.Next(3) == 0)
            provision["domain"] = Word(Domain.All);
        Perhaps(provision, "obligors", () => Some(Parties));
        Perhaps(provision, "beneficiaries", () => Some(Parties));
        if (_random.Next(3) == 0)
            provision["against"] = Actor();
        Perhaps(provision, "trigger", () => Word(Trigger.All));
        Perhaps(provision, "conditions", () => Some([.. Condition.All.Select(word => word.Text)]));
        if (_random.Next(3) == 0)
            provision["institution"] = One(Institutions);
        Perhaps(provision, "addresses", () => Some(Threats));
        Perhaps(provision, "exclusive", Flag);
        if (_random.Next(4) == 0)
            provision["binding"] = Flag();
        Perhaps(provision, "summary", Text);
        if (_random.Next(6) == 0)
            provision["source"] = Source();
        return Noted(provision);
    }

    private JObject Stake(int index)
    {
        var stake = new JObject { ["party"] = One(Parties), ["kind"] = Word(StakeKind.All) };
        Perhaps(stake, "domain", () => Word(Domain.All));
        Perhaps(stake, "summary", Text);
        Perhaps(stake, "share", () => index + (_random.Next(100) / 4.0));
        Perhaps(stake, "level", () => Word(StakeLevel.All));
        return Noted(stake);
    }

    private JObject Conflict(int index)
    {
        var conflict = new JObject { ["with"] = index == 0 ? "Ruritania" : One(Parties), ["status"] = Word(ConflictStatus.All) };
        Perhaps(conflict, "summary", Text);
        return Noted(conflict);
    }

    private JObject Term()
    {
        var term = new JObject();
        Perhaps(term, "duration", () => Word(TermDuration.All));
        Perhaps(term, "years", () => _random.Next(1, 30) / 2.0);
        Perhaps(term, "renewal", () => Word(Renewal.All));
        Perhaps(term, "reviewYears", () => _random.Next(1, 6));
        Perhaps(term, "withdrawal", () => Word(Withdrawal.All));
        Perhaps(term, "noticeMonths", () => _random.Next(24));
        return Noted(term);
    }

    private JObject Source()
    {
        var source = new JObject { ["title"] = "Official journal" };
        Perhaps(source, "url", Text);
        Perhaps(source, "page", Text);
        return Noted(source);
    }

    private JObject Noted(JObject node)
    {
        if (_random.Next(8) == 0)
            node["note"] = Text();
        return node;
    }

    private void Perhaps(JObject node, string property, Func<JToken> make)
    {
        if (Yes())
            node[property] = make();
    }

    private bool Yes() => _random.Next(2) == 0;

    private JToken Flag() => Yes();

    private JToken Text() => One(Texts);

    private JToken Date() => $"{_random.Next(1900, 2026):0000}-02-{_random.Next(1, 29):00}";

    private JToken One(params string[] values) => values[_random.Next(values.Length)];

    private JArray Some(params string[] values)
    {
        var shuffled = values.ToArray();
        _random.Shuffle(shuffled);
        return new JArray(shuffled.Take(_random.Next(1, values.Length + 1)));
    }

    private JArray Many(int most, Func<int, JObject> make) => new(Enumerable.Range(0, _random.Next(most + 1)).Select(make));

    private JToken Word<W>(Vocabulary<W> words) where W : Word => words[_random.Next(words.Count)].Text;
}
