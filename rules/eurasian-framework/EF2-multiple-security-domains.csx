return new Rule
{
    Title = "Multiple security domains: military, digital and financial",
    Source = "Proposed Eurasian security framework, second principle",
    Why = """
        The framework is to cover all three domains. What counts is the domain of a binding provision, whatever the arrangement declares:
        a domain that is declared and that no provision carries leaves the question open. `economic` (trade, tariffs) is not `financial`
        (payments, liquidity, reserves, financial crime). Two of the three leave one to be named; one or none, in a text read in full, is
        too few.
        """,
    Findings = [AllThree, TooFew, OneMissing, DeclaredOnly, TooFewRead],
    Checks = [Coverage, Declarations],
    Examples =
    [
        Upheld("A provision in each of the three", """
            {
              "id": "three", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "joint-exercise" }, { "kind": "cyber-norms" }, { "kind": "payment-settlement" }] }]
            }
            """),
        Violated("One of the three in a full text; trade is economic", """
            {
              "id": "one", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "military-contact" }, { "kind": "trade" }] }]
            }
            """),
        Violated("None of the three in a full text", """
            {
              "id": "none", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "trade" }] }]
            }
            """),
        Undetermined("Military and digital; a financial provision does not bind", """
            {
              "id": "no-financial", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "arms-control" }, { "kind": "data-governance" }, { "kind": "reserve-pooling", "binding": false }] }]
            }
            """),
        Undetermined("Military and financial, and digital declared", """
            {
              "id": "no-digital", "title": "River arrangement",
              "domains": ["digital", "military", "economic"],
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "arms-control" }, { "kind": "cooperation", "domain": "financial" }] }]
            }
            """),
        Undetermined("Digital and financial", """
            {
              "id": "no-military", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "cyber-incident-response" }, { "kind": "financial-crime" }] }]
            }
            """),
        Undetermined("One of the three in a text not read in full", """
            {
              "id": "one-read", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "arms-control" }] }]
            }
            """),
        Undetermined("Three declared, and no provision", """
            {
              "id": "declared", "title": "River arrangement",
              "domains": ["military", "digital", "financial"],
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
        Undetermined("A full text without a provision", """
            {
              "id": "empty", "title": "River arrangement",
              "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }]
            }
            """),
    ],
};

IReadOnlyList<Domain> Needed() => [Domain.Military, Domain.Digital, Domain.Financial];

FindingKind AllThree => Support("EF280", "provisions in all three domains");
FindingKind OneMissing => Gap("EF250", "two of the three domains");
FindingKind TooFew => Violation("EF201", "one or none of the three domains in the full text");
FindingKind TooFewRead => Gap("EF252", "one or none of the three domains, not the full text");

// All three domains need a binding provision.
IEnumerable<Finding> Coverage(Arrangement arrangement)
{
    var carried = Needed().Select(arrangement.FirstOf).OfType<Provision>().ToList();
    var missing = string.Join(" and ", Needed().Where(domain => arrangement.FirstOf(domain) is null));
    if (carried.Count == 3)
        yield return carried[0].Report(AllThree, "Provisions carry the domains military, digital and financial.")
            .WithEach(carried.Skip(1), provision => $"{provision.Label} carries {provision.Domain}."); // unnoticed: each was found by its domain
    else if (carried.Count == 2)
        yield return arrangement.At.Articles.NewItem.Report(OneMissing, $"Provisions carry {carried[0].Domain} and {carried[1].Domain}; one in the domain {missing} would decide.");
    else if (arrangement.IsFullText)
        yield return arrangement.At.Articles.Report(TooFew, $"Of military, digital and financial, provisions carry {(carried.Count == 0 ? "none" : carried[0].Domain)} ({arrangement.Reading}).");
    else if (arrangement.IsPartialText)
        yield return arrangement.At.Completeness.Report(TooFewRead, $"The text was not read in full, and no provision read carries {missing}; the full text would decide.");
}

FindingKind DeclaredOnly => Gap("EF251", "a declared domain that no provision carries");

// What is declared must be carried.
IEnumerable<Finding> Declarations(Arrangement arrangement)
{
    for (var index = 0; index < arrangement.Domains.Count; index++)
    {
        var domain = arrangement.Domains[index];
        if (Needed().Contains(domain) && arrangement.FirstOf(domain) is null)
            yield return arrangement.At.Domains.Item(index).Report(DeclaredOnly, $"The domain {domain} is declared, and no provision carries it; one would decide.");
    }
}
