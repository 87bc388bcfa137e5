using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Parsing;

/// <summary>
/// What a proposal means beyond its shape: references within the file, ids that stand for one thing, days that exist. Faults are
/// reported at the cursor; what resolves is put into the arrangement.
/// </summary>
internal sealed class References(Arrangement arrangement, JsonCursor cursor)
{
    /// <summary>So many are compared one by one before a set of them pays.</summary>
    private const int FewNodes = 16;

    public void Resolve()
    {
        Unique(arrangement.Parties, party => party.Id, party => party.At.Id, "party");
        Unique(arrangement.Threats, threat => threat.Id, threat => threat.At.Id, "threat");
        Unique(arrangement.Institutions, institution => institution.Id, institution => institution.At.Id, "institution");
        Unique(arrangement.Articles, article => article.Number, article => article.At.Number, "article");
        Day(arrangement.Date, arrangement, node => node.At.Date);
        foreach (var instrument in arrangement.Guidance?.Instruments ?? Members<Instrument>.None)
            Day(instrument.Date, instrument, node => node.At.Date);
        foreach (var rule in arrangement.DecisionMaking)
            Resolve(rule);
        foreach (var threat in arrangement.Threats)
            threat.Exposure = ByParty(threat.ExposureById, threat, node => node.At.Exposure, (party, level) => new Exposure(party, level));
        foreach (var stake in arrangement.Stakes)
            stake.Party = Party(stake.PartyId, stake, node => node.At.Party)!;
        foreach (var article in arrangement.Articles)
        {
            foreach (var provision in article.Provisions)
                Resolve(provision);
        }
    }

    private void Resolve(Provision provision)
    {
        provision.NamedObligors = Parties(provision.ObligorIds, provision, node => node.At.Obligors);
        provision.NamedBeneficiaries = Parties(provision.BeneficiaryIds, provision, node => node.At.Beneficiaries);
        if (provision.AddressIds is { } ids)
        {
            provision.Addresses = new Members<Threat>(Found(ids, arrangement.Threats, threat => threat.Id, provision, node => node.At.Addresses, "threat"));
            foreach (var threat in provision.Addresses)
                threat.Addressing.Add(provision);
        }

        if (provision.InstitutionId is { } id)
        {
            provision.Institution = Find(id, arrangement.Institutions, each => each.Id);
            if (provision.Institution is null)
                Report(id, arrangement.Institutions, each => each.Id, provision.At.Institution, "institution");
        }
    }

    private void Resolve(DecisionRule rule)
    {
        rule.Veto = Parties(rule.VetoIds, rule, node => node.At.Veto);
        rule.Lead = Party(rule.LeadId, rule, node => node.At.Lead);
        rule.Votes = ByParty(rule.VotesById, rule, node => node.At.Votes, (party, number) => new Votes(party, number));
    }

    /// <summary>What is said of parties by their ids; null where nothing is.</summary>
    private Members<T>? ByParty<N, V, T>(IReadOnlyList<KeyValuePair<string, V>>? entries, N node, Func<N, Place> map, Func<Party, V, T> make)
    {
        if (entries is null)
            return null;
        var found = new List<T>(entries.Count);
        foreach (var (id, value) in entries)
        {
            if (Find(id, arrangement.Parties, each => each.Id) is { } party)
                found.Add(make(party, value));
            else
                ReportParty(id, map(node).Member(id));
        }

        return new Members<T>([.. found]);
    }

    private PartyList? Parties<N>(Members<string>? ids, N node, Func<N, Place> list) =>
        ids is null ? null : new PartyList(Found(ids, arrangement.Parties, party => party.Id, node, list, "party"));

    private Party? Party<N>(string? id, N node, Func<N, Place> place)
    {
        if (id is null)
            return null;
        var party = Find(id, arrangement.Parties, each => each.Id);
        if (party is null)
            ReportParty(id, place(node));
        return party;
    }

    private void ReportParty(string id, Place place) => Report(id, arrangement.Parties, each => each.Id, place, "party");

    private T[] Found<T, N>(Members<string> ids, Members<T> among, Func<T, string> idOf, N node, Func<N, Place> list, string what) where T : class
    {
        var found = new T[ids.Count];
        var count = 0;
        for (var index = 0; index < ids.Count; index++)
        {
            if (Find(ids[index], among, idOf) is not { } target)
                Report(ids[index], among, idOf, list(node).Item(index), what);
            else if (Array.IndexOf(found, target, 0, count) < 0)
                found[count++] = target;
        }

        return count == found.Length ? found : found[..count];
    }

    private static T? Find<T>(string id, Members<T> among, Func<T, string> idOf) where T : class
    {
        foreach (var each in among)
        {
            if (idOf(each) == id)
                return each;
        }

        return null;
    }

    private void Report<T>(string id, Members<T> among, Func<T, string> idOf, Place place, string what)
    {
        var known = among.Select(idOf).ToList();
        var hint = known.Count == 0 ? $"The file states no {what}." : Spelling.Suggestion(id, known);
        cursor.Report(InputFaults.UnresolvedReference, place, $"No {what} of this file has the id \"{Spelling.Cut(id)}\". {hint}");
    }

    private void Unique<T>(Members<T> nodes, Func<T, string> idOf, Func<T, Place> placeOf, string what)
    {
        if (nodes.Count <= FewNodes && AreFewUnique(nodes, idOf))
            return;
        var seen = new HashSet<string>(nodes.Count, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var id = idOf(node);
            if (id.Length > 0 && !seen.Add(id))
                cursor.Report(InputFaults.DuplicateId, placeOf(node), $"Another {what} of this file is called \"{Spelling.Cut(id)}\" already.");
        }
    }

    private static bool AreFewUnique<T>(Members<T> nodes, Func<T, string> idOf)
    {
        for (var index = 1; index < nodes.Count; index++)
        {
            var id = idOf(nodes[index]);
            for (var before = 0; before < index; before++)
            {
                if (idOf(nodes[before]) == id)
                    return false;
            }
        }

        return true;
    }

    private void Day<N>(string? date, N node, Func<N, Place> place)
    {
        if (!string.IsNullOrEmpty(date) && !IsDay(Number(date, 0, 4), Number(date, 5, 2), Number(date, 8, 2)))
            cursor.Report(InputFaults.ImpossibleDate, place(node), $"No calendar has the day {date}.");
    }

    private static bool IsDay(int year, int month, int day) =>
        year > 0 && month is >= 1 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(string date, int start, int length)
    {
        var number = 0;
        for (var at = start; at < start + length; at++)
            number = (number * 10) + date[at] - '0';
        return number;
    }
}
