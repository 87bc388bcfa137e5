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
    public void Resolve()
    {
        Unique(arrangement.Parties, party => party.Id, party => party.At.Id, "party");
        Unique(arrangement.Threats, threat => threat.Id, threat => threat.At.Id, "threat");
        Unique(arrangement.Institutions, institution => institution.Id, institution => institution.At.Id, "institution");
        Unique(arrangement.Articles, article => article.Number, article => article.At.Number, "article");
        Day(arrangement.Date, arrangement.At.Date);
        foreach (var instrument in arrangement.Guidance?.Instruments ?? Members<Instrument>.None)
            Day(instrument.Date, instrument.At.Date);
        foreach (var rule in arrangement.DecisionMaking)
            Resolve(rule);
        foreach (var stake in arrangement.Stakes)
            stake.Party = Party(stake.PartyId, stake.At.Party)!;
        foreach (var article in arrangement.Articles)
        {
            foreach (var provision in article.Provisions)
                Resolve(provision);
        }
    }

    private void Resolve(Provision provision)
    {
        provision.NamedObligors = Parties(provision.ObligorIds, provision.At.Obligors);
        provision.NamedBeneficiaries = Parties(provision.BeneficiaryIds, provision.At.Beneficiaries);
        if (provision.AddressIds is { } ids)
            provision.Addresses = new Members<Threat>(Found(ids, provision.At.Addresses, Threat));
        if (provision.InstitutionId is { } institution)
            provision.Institution = Find(institution, provision.At.Institution, arrangement.Institutions, each => each.Id, "institution");
    }

    private void Resolve(DecisionRule rule)
    {
        rule.Veto = Parties(rule.VetoIds, rule.At.Veto);
        rule.Lead = Party(rule.LeadId, rule.At.Lead);
        if (rule.VotesById is { } votes)
        {
            rule.Votes = new Members<Votes>([.. votes
                .Select(entry => (Party: Party(entry.Key, rule.At.Votes.Member(entry.Key)), Number: entry.Value))
                .Where(entry => entry.Party is not null)
                .Select(entry => new Votes(entry.Party!, entry.Number))]);
        }
    }

    private PartyList? Parties(IReadOnlyList<string>? ids, Place list) => ids is null ? null : new PartyList(Found(ids, list, Party));

    private static T[] Found<T>(IReadOnlyList<string> ids, Place list, Func<string, Place, T?> find) where T : class
    {
        var found = new List<T>(ids.Count);
        for (var index = 0; index < ids.Count; index++)
        {
            if (find(ids[index], list.Item(index)) is { } target && !found.Contains(target))
                found.Add(target);
        }

        return [.. found];
    }

    private Party? Party(string? id, Place place) => id is null ? null : Find(id, place, arrangement.Parties, party => party.Id, "party");

    private Threat? Threat(string id, Place place) => Find(id, place, arrangement.Threats, threat => threat.Id, "threat");

    private T? Find<T>(string id, Place place, IReadOnlyList<T> among, Func<T, string> idOf, string what) where T : class
    {
        foreach (var each in among)
        {
            if (idOf(each) == id)
                return each;
        }

        var known = among.Select(idOf).ToList();
        var hint = known.Count == 0 ? $"The file states no {what}." : Spelling.Suggestion(id, known);
        cursor.Report(InputFaults.UnresolvedReference, place, $"No {what} of this file has the id \"{Spelling.Cut(id)}\". {hint}");
        return null;
    }

    private void Unique<T>(IReadOnlyList<T> nodes, Func<T, string> idOf, Func<T, Place> placeOf, string what)
    {
        if (nodes.Count < 2)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var id = idOf(node);
            if (id.Length > 0 && !seen.Add(id))
                cursor.Report(InputFaults.DuplicateId, placeOf(node), $"Another {what} of this file is called \"{Spelling.Cut(id)}\" already.");
        }
    }

    private void Day(string? date, Place place)
    {
        if (!string.IsNullOrEmpty(date) && !IsDay(Number(date, 0, 4), Number(date, 5, 2), Number(date, 8, 2)))
            cursor.Report(InputFaults.ImpossibleDate, place, $"No calendar has the day {date}.");
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
