using System.Text.Json;
using RuleEngine.Model.Words;

namespace RuleEngine.Benchmarks;

/// <summary>
/// Invented proposals of about 7 KB, written compactly, one a line: parties, threats, institutions, a dozen articles with their text, stakes.
/// The same seed gives the same bytes.
/// </summary>
public static class GeneratedCorpus
{
    /// <summary>How many different states of affairs the articles' texts speak of.</summary>
    private static readonly string[] Clauses =
    [
        "The Parties shall keep each other informed of what they intend along the shared border and in the waters that they use together.",
        "Each Party names one authority, and the authorities meet at least twice a year in turn on the territory of each of the Parties.",
        "Nothing in this Agreement touches what a Party owes to others under treaties that it has concluded before.",
        "A Party that cannot do what it owes tells the others at once, and says for how long and for which reason.",
        "Costs are borne where they arise unless the Parties have agreed otherwise in writing before the work begins.",
        "What is exchanged under this Article is used for its purpose alone and is not handed on without leave of the giver.",
        "The Parties settle what they see differently by talks between their ministers, and if these fail by three arbiters.",
    ];

    private static readonly string[] States =
    [
        "Aland", "Borduria", "Syldavia", "Elbonia", "Freedonia", "Grand Fenwick", "Kasnia", "Latveria", "Markovia", "Novistrana", "Orsinia", "Poldévie", "Ruritania", "Sylvania", "Tomainia", "Vulgaria",
    ];

    private static readonly string[] Headings = ["Principles", "Consultation", "Exchange", "Border", "Waters", "Finance", "Training", "Disputes", "Bodies", "Costs"];

    /// <summary>Writes proposals as NDJSON.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">Which.</param>
    public static void Write(Stream output, int count, int seed = 1)
    {
        for (var index = 0; index < count; index++)
        {
            output.Write(Proposal(index, seed));
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>One proposal, without a line end.</summary>
    public static byte[] Proposal(int index, int seed = 1)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            new Draft(json, new Random((seed * 1_000_003) + index), new Random((seed * 7_000_003) - index), index).Write();
        return bytes.ToArray();
    }

    /// <param name="json">Where it goes.</param>
    /// <param name="random">What the nine principles are decided by.</param>
    /// <param name="more">What no principle of the nine asks for, which so changes nothing of the rest.</param>
    /// <param name="index">Its number.</param>
    private sealed class Draft(Utf8JsonWriter json, Random random, Random more, int index)
    {
        private readonly string[] _parties = Some(random, States, random.Next(2, 6));
        private readonly bool _isPartlyBinding = random.Next(10) == 0;

        public void Write()
        {
            json.WriteStartObject();
            json.WriteString("id", $"draft-{index}");
            json.WriteString("title", $"Agreement {index} between {string.Join(", ", _parties)}");
            json.WriteString("form", One(ArrangementForm.All));
            json.WriteString("date", $"20{random.Next(10, 30)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");
            if (Chance(70))
                json.WriteString("completeness", One(Completeness.All));
            if (Chance(10))
                json.WriteString("publicity", One(Publicity.All));
            Parties();
            Guidance();
            if (Chance(60))
                Decisions();
            Institutions();
            Threats();
            json.WriteStartArray("articles");
            for (var number = 1; number <= 14; number++)
                Article(number);
            json.WriteEndArray();
            Stakes();
            if (More(50))
                Term();
            json.WriteEndObject();
        }

        private void Parties()
        {
            json.WriteStartArray("parties");
            foreach (var party in _parties)
            {
                json.WriteStartObject();
                json.WriteString("id", Id(party));
                json.WriteString("name", party);
                if (More(60))
                    Conflicts();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Guidance()
        {
            json.WriteStartObject("guidance");
            json.WriteString("level", One(GuidanceLevel.All));
            json.WriteString("role", One(GuidanceRole.All));
            if (Chance(50))
            {
                json.WriteStartArray("instruments");
                json.WriteStartObject();
                json.WriteString("title", "Joint declaration of the heads of state");
                json.WriteString("date", "2009-11-02");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        private void Decisions()
        {
            json.WriteStartArray("decisionMaking");
            json.WriteStartObject();
            json.WriteString("body", "Joint council");
            json.WriteString("rule", One(DecisionRuleKind.All));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void Institutions()
        {
            json.WriteStartArray("institutions");
            json.WriteStartObject();
            json.WriteString("id", "sco");
            json.WriteString("role", One(InstitutionRole.All));
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void Threats()
        {
            json.WriteStartArray("threats");
            for (var number = 0; number < 3; number++)
            {
                json.WriteStartObject();
                json.WriteString("id", $"threat-{number}");
                var kind = OldThreatKinds[random.Next(OldThreatKinds.Length)];
                json.WriteString("kind", (kind == ThreatKind.Bloc && More(50) ? ThreatKind.Containment : kind).Text);
                if (Chance(60))
                {
                    json.WriteStartObject("actor");
                    json.WriteString("kind", Chance(80) ? "non-state" : "unnamed-state");
                    json.WriteEndObject();
                }

                if (More(60))
                    Exposure();

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Article(int number)
        {
            json.WriteStartObject();
            json.WriteString("number", $"{number}");
            json.WriteString("heading", Headings[random.Next(Headings.Length)]);
            json.WriteString("text", $"{Clauses[random.Next(Clauses.Length)]} {Clauses[random.Next(Clauses.Length)]}");
            json.WriteStartArray("provisions");
            for (var left = random.Next(1, 4); left > 0; left--)
                Provision();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Provision()
        {
            // Most of what is drafted is harmless.
            var kind = Chance(85) ? Harmless[random.Next(Harmless.Length)] : ProvisionKind.All[random.Next(ProvisionKind.All.Count)];
            json.WriteStartObject();
            json.WriteString("kind", kind.Text);
            if (kind.DefaultDomain is null)
                json.WriteString("domain", One(Domain.All));
            if (Chance(30))
                Names("obligors");
            if (Chance(20))
                Names("beneficiaries");
            if (kind == ProvisionKind.Assistance || Chance(5))
                json.WriteString("trigger", One(Trigger.All));
            if (Chance(25))
                json.WriteString("institution", "sco");
            if (Chance(30))
            {
                json.WriteStartArray("addresses");
                json.WriteStringValue($"threat-{random.Next(3)}");
                json.WriteEndArray();
            }

            if (_isPartlyBinding && Chance(30))
                json.WriteBoolean("binding", false);
            if (Chance(20))
                json.WriteString("summary", "each does its own part within its means");
            json.WriteEndObject();
        }

        private void Names(string property)
        {
            json.WriteStartArray(property);
            foreach (var party in Some(random, _parties, random.Next(1, _parties.Length + 1)))
                json.WriteStringValue(Id(party));
            json.WriteEndArray();
        }

        private void Stakes()
        {
            json.WriteStartArray("stakes");
            foreach (var party in _parties.Where(_ => Chance(80)))
            {
                json.WriteStartObject();
                json.WriteString("party", Id(party));
                json.WriteString("kind", One(StakeKind.All));
                json.WriteString("summary", "what it hopes for and what it pays");
                if (More(70))
                    json.WriteString("level", AnyOf(StakeLevel.All));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Conflicts()
        {
            json.WriteStartArray("conflicts");
            if (More(20))
            {
                json.WriteStartObject();
                json.WriteString("with", "Vulgaria");
                json.WriteString("status", AnyOf(ConflictStatus.All));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void Exposure()
        {
            json.WriteStartObject("exposure");
            foreach (var party in _parties.Where(_ => More(90)))
                json.WriteString(Id(party), AnyOf(ExposureLevel.All));
            json.WriteEndObject();
        }

        private void Term()
        {
            json.WriteStartObject("term");
            json.WriteString("duration", AnyOf(TermDuration.All));
            if (More(50))
                json.WriteNumber("years", more.Next(1, 30));
            json.WriteString("renewal", AnyOf(Renewal.All));
            if (More(30))
                json.WriteNumber("reviewYears", more.Next(1, 6));
            json.WriteString("withdrawal", AnyOf(Withdrawal.All));
            json.WriteEndObject();
        }

        private bool Chance(int percent) => random.Next(100) < percent;

        private bool More(int percent) => more.Next(100) < percent;

        private string AnyOf<T>(Vocabulary<T> words) where T : Word => words[more.Next(words.Count)].Text;

        private string One<T>(Vocabulary<T> words) where T : Word => words[random.Next(words.Count)].Text;
    }

    /// <summary>Containment stands in for some of the blocs, as which the nine take it.</summary>
    private static readonly ThreatKind[] OldThreatKinds = [.. ThreatKind.All.Where(kind => kind != ThreatKind.Containment)];

    private static readonly ProvisionKind[] Harmless =
    [
        .. ProvisionKind.All.Where(kind => kind.Text is "un-charter" or "sovereign-equality" or "territorial-integrity" or "non-interference" or "peaceful-settlement" or "mutual-benefit"
            or "no-targeting" or "no-hostile-alignment" or "consultation" or "military-contact" or "joint-exercise" or "cyber-incident-response" or "cyber-norms" or "payment-settlement" or "trade"
            or "investment" or "energy" or "environment" or "law-enforcement" or "information-exchange" or "education-training" or "dispute-resolution" or "assistance"),
    ];

    private static string Id(string name) => name.ToLowerInvariant().Replace(' ', '-').Replace('é', 'e');

    private static string[] Some(Random random, string[] from, int count)
    {
        var shuffled = from.ToArray();
        random.Shuffle(shuffled);
        return shuffled[..count];
    }
}
