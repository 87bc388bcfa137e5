return new Rule
{
    Title = "Leverages the potential of existing institutions, such as the SCO and the CSTO",
    Source = "Proposed Eurasian security framework, third principle",
    Why = """
        The framework is to build on what exists. An institution is leveraged when the pack's registry knows it, it had been founded by the
        year of the proposal (the same year counts), and it has a part: host, forum, secretariat, legal basis or implementing body, or a
        binding provision names it. A mention gives no part. An institution that the registry does not know exists in any year and is never
        enough. A body that the arrangement creates is no existing one.

        The United Nations count only as host, forum, secretariat or implementing body: the Charter as law is the third of the five always,
        or every pact that cites it would pass. Leveraging an institution does not adopt its obligations. NATO and the OSCE are shown for a
        review, since the source calls them controlled by one side.
        """,
    Findings = [Leveraged, NoneExisting, NotYetFounded, OnlyMentioned, NoDate, NoneNamed, OneSided, Doubled],
    Checks = [Leverage, Founding, Existence, Parts],
    Concerns = [OneSidedBodies, NewBodies],
    Examples =
    [
        Upheld("The SCO as forum, by alias; a new bank in a domain that a bank covers", """
            {
              "id": "forum", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "SCO", "role": "forum" }, { "id": "aiib" }, { "id": "bank", "name": "River bank", "new": true, "domain": "financial" }]
            }
            """),
        Upheld("A host, in the year of its founding", """
            {
              "id": "host", "title": "River arrangement",
              "date": "2001-12-31",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco", "role": "host" }]
            }
            """),
        Upheld("A secretariat; the UN as host", """
            {
              "id": "secretariat", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "csto", "role": "secretariat" }, { "id": "un", "role": "host" }]
            }
            """),
        Upheld("A legal basis; the OSCE as implementing body is shown for a review", """
            {
              "id": "basis", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "cis", "role": "legal-basis" }, { "id": "osce", "role": "implementing-body" }]
            }
            """),
        Upheld("NATO named by a provision has a part, whatever its entry says", """
            {
              "id": "named", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "nato", "role": "mention" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise", "institution": "nato" }] }]
            }
            """),
        Violated("A full text that names none; the UN as legal basis, the Charter, and a new body count for nothing", """
            {
              "id": "none", "title": "River arrangement",
              "date": "2025-03-14",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "un", "role": "legal-basis" }, { "id": "bank", "name": "River bank", "new": true, "domain": "financial" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "un-charter", "institution": "un" }, { "kind": "development-finance", "institution": "bank" }] }]
            }
            """),
        Violated("A full text that names only what was founded later", """
            {
              "id": "later", "title": "River arrangement",
              "date": "1999-06-01",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Violated("A part for an institution that was not yet founded", """
            {
              "id": "not-yet", "title": "River arrangement",
              "date": "1999-06-01",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco", "role": "forum" }, { "id": "cis", "role": "forum" }]
            }
            """),
        Violated("A provision gives a part to one that was not yet founded", """
            {
              "id": "not-yet-named", "title": "River arrangement",
              "date": "1999-06-01",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "law-enforcement", "institution": "sco" }] }]
            }
            """),
        Undetermined("One is only mentioned; one has the role of a mention", """
            {
              "id": "mentioned", "title": "River arrangement",
              "date": "2025-03-14",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco" }, { "id": "csto", "role": "mention" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("One with a part is not in the registry", """
            {
              "id": "unknown", "title": "River arrangement",
              "date": "2025-03-14",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "river-forum", "role": "forum" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("A part and no date", """
            {
              "id": "no-date", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "sco", "role": "forum" }]
            }
            """),
        Undetermined("None named in a text not read in full, the UN mentioned", """
            {
              "id": "silent", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "un" }]
            }
            """),
        Undetermined("A full text without a provision", """
            {
              "id": "empty", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Undetermined("NATO is only mentioned", """
            {
              "id": "mentioned-nato", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "nato" }]
            }
            """),
        Violated("A part for the OSCE before it was founded", """
            {
              "id": "early-osce", "title": "River arrangement",
              "date": "1970-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "osce", "role": "forum" }]
            }
            """),
        Undetermined("The Charter as legal basis covers no domain of a new body", """
            {
              "id": "charter", "title": "River arrangement",
              "date": "2025-03-14",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "institutions": [{ "id": "un", "role": "legal-basis" }, { "id": "council", "name": "Council", "new": true, "domain": "political" }]
            }
            """),
    ],
};

FindingKind Leveraged => Support("EF380", "an existing institution has a part");

// An institution of the registry, founded in time, has a part.
IEnumerable<Finding> Leverage(Arrangement arrangement) =>
    from institution in arrangement.Institutions
    where institution.HasPart && institution.IsFounded == true
    select institution.Report(Leveraged, $"{institution}, founded in {institution.Registered?.Founded}, has a part in the arrangement.");

FindingKind NotYetFounded => Violation("EF302", "a part for an institution not yet founded");
FindingKind NoDate => Gap("EF351", "an institution has a part, and the proposal no date");

// Nobody can build on what was not yet there, or tell without a date.
IEnumerable<Finding> Founding(Arrangement arrangement)
{
    foreach (var institution in arrangement.Institutions.Where(institution => institution.HasPart && institution.Registered is not null))
    {
        if (institution.IsFounded == false)
            yield return institution.Report(NotYetFounded, $"{institution} has a part in {arrangement.Year} and was founded in {institution.Registered?.Founded}.");
        else if (institution.IsFounded is null)
            yield return arrangement.At.Date.Report(NoDate, $"{institution} has a part, and the arrangement has no date; whether it had been founded would decide.");
    }
}

FindingKind NoneExisting => Violation("EF301", "a full text that names no existing institution");
FindingKind NoneNamed => Gap("EF352", "not the full text, and no existing institution named");

// At least one existing institution must be named.
IEnumerable<Finding> Existence(Arrangement arrangement)
{
    if (arrangement.Institutions.Any(Exists))
        yield break;
    if (arrangement.IsFullText)
        yield return arrangement.At.Institutions.NewItem.Report(NoneExisting, $"The arrangement names no institution that existed in its year ({arrangement.Reading}).");
    else if (arrangement.IsPartialText)
        yield return arrangement.At.Institutions.NewItem.Report(NoneNamed, "The text was not read in full, and no existing institution is named; one with a part would decide.");
}

// What the registry does not know exists in any year; what has no date is taken as there.
bool Exists(Institution institution) => institution.CountsAsExisting && institution.IsFounded != false;

FindingKind OnlyMentioned => Gap("EF350", "none leveraged: one only mentioned, or not in the registry");

// A mention gives no part, and an unknown institution is not enough.
IEnumerable<Finding> Parts(Arrangement arrangement)
{
    if (Leverage(arrangement).Any())
        yield break;
    foreach (var institution in arrangement.Institutions.Where(Exists))
    {
        if (!institution.HasPart)
            yield return institution.At.Role.Report(OnlyMentioned, $"{institution} is only mentioned; a role would decide.");
        else if (institution.Registered is null)
            yield return institution.At.Id.Report(OnlyMentioned, $"{institution} has a part and is not in the registry; one that is would decide.");
    }
}

FindingKind OneSided => Concern("EF370", "NATO or the OSCE is leveraged");

// The source calls NATO and the OSCE controlled by one side.
IEnumerable<Finding> OneSidedBodies(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from institution in arrangement.Institutions
    where institution.HasPart && institution.IsFounded == true && institution.Registered?.Id is "nato" or "osce"
    select institution.Report(OneSided, $"{institution} has a part; the source of this principle calls it controlled by one side.");

FindingKind Doubled => Concern("EF371", "a new body in a domain that an institution named covers");

// A new body may double what an institution named in the arrangement does.
IEnumerable<Finding> NewBodies(Arrangement arrangement, IReadOnlyList<Finding> found) =>
    from body in arrangement.Institutions
    where body.IsNew // unnoticed: only a new body has a domain
    let covering = arrangement.Institutions.FirstOrDefault(other => other.CountsAsExisting && other.Registered?.Domains.Contains(body.Domain!) == true)
    where covering is not null
    select body.Report(Doubled, $"{body} is new in the domain {body.Domain}, which {covering} covers.").With(covering.Place, $"{covering} is named here.");
