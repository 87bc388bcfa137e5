return new Rule
{
    Title = "It can follow changing threats",
    Source = "Quasi-alliance, fifth question: threats change",
    Why = """
        Threats change with the world and with what states want. An arrangement can follow them when it is reviewed at a stated interval, when a party
        may leave by notice, or when it is made for ten years or less and renewed by agreement. One that is indefinite, cannot be left and is
        never reviewed, in a text that was read in full, cannot.

        A number of years says that the term is fixed, and months of notice that a party may leave, unless the term says otherwise. Automatic
        renewal without a review, and notice of more than a year, are shown for a review.

        It is asked of alliances and quasi-alliances only.
        """,
    AppliesTo = arrangement => arrangement.Alignment.IsAllianceLike,
    Findings = [Reviewed, LeftByNotice, RenewedByAgreement, ForGood, NoTerm, NotEnough, RenewedUnseen, LongNotice],
    Checks = [Reviews, Withdrawals, Renewals, Bonds, OpenTerms],
    Concerns = [UnseenRenewals, LongNotices],
    Examples =
    [
        Upheld("Reviewed every five years", """
            {
              "id": "reviewed", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "indefinite", "withdrawal": "none", "reviewYears": 5, "renewal": "automatic" }
            }
            """),
        Upheld("Left by notice, of more than a year", """
            {
              "id": "notice", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "withdrawal": "notice", "noticeMonths": 13 }
            }
            """),
        Upheld("A year, renewed by agreement and reviewed each year", """
            {
              "id": "one-year", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "years": 1, "renewal": "by-agreement", "reviewYears": 1, "noticeMonths": 12 }
            }
            """),
        Upheld("Ten years, renewed by agreement", """
            {
              "id": "ten-years", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "fixed", "years": 10, "renewal": "by-agreement" }
            }
            """),
        Violated("For good: nobody may leave, and nothing is reviewed", """
            {
              "id": "for-good", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "indefinite", "withdrawal": "none" }
            }
            """),
        Undetermined("No term is stated", """
            {
              "id": "no-term", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }]
            }
            """),
        Undetermined("For good, as far as was read", """
            {
              "id": "partial", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "indefinite", "withdrawal": "none" }
            }
            """),
        Undetermined("Months of notice, where nobody may leave", """
            {
              "id": "no-way-out", "title": "Guard of the river",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "withdrawal": "none", "noticeMonths": 24 }
            }
            """),
        Undetermined("Ten years, renewed by itself", """
            {
              "id": "automatic", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "fixed", "years": 10, "renewal": "automatic" }
            }
            """),
        Undetermined("Eleven years, renewed by agreement", """
            {
              "id": "eleven-years", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "years": 11, "renewal": "by-agreement", "withdrawal": "none" }
            }
            """),
        Undetermined("Indefinite, and nothing is said of leaving", """
            {
              "id": "indefinite", "title": "Guard of the river", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }],
              "term": { "duration": "indefinite", "years": 5, "renewal": "by-agreement" }
            }
            """),
        NotApplicable("A neutrality pact for good", """
            {
              "id": "neutrality", "title": "River peace", "completeness": "full",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "articles": [{ "number": "1", "provisions": [{ "kind": "neutrality" }] }],
              "term": { "duration": "indefinite", "withdrawal": "none" }
            }
            """),
    ],
};

FindingKind Reviewed => Support("QA580", "reviewed at a stated interval");

// A review at a stated interval lets it follow.
IEnumerable<Finding> Reviews(Arrangement arrangement)
{
    if (arrangement.Term is { ReviewYears: { } years } term)
        yield return term.At.ReviewYears.Report(Reviewed, $"The arrangement is reviewed every {(years == 1 ? "year" : $"{years} years")}.");
}

FindingKind LeftByNotice => Support("QA581", "a party may leave by notice");

// Whom it no longer serves may leave.
IEnumerable<Finding> Withdrawals(Arrangement arrangement)
{
    if (arrangement.Term is { IsLeftByNotice: true } term)
        yield return (term.Withdrawal is null ? term.At.NoticeMonths : term.At.Withdrawal).Report(LeftByNotice, "A party may leave by notice.");
}

FindingKind RenewedByAgreement => Support("QA582", "ten years or less, renewed by agreement");

// A short term that is renewed by agreement is a review.
IEnumerable<Finding> Renewals(Arrangement arrangement)
{
    if (arrangement.Term is { IsFixed: true, Years: <= 10 } term && term.Renewal == Renewal.ByAgreement)
        yield return term.At.Renewal.Report(RenewedByAgreement, $"The arrangement is made for {(term.Years == 1 ? "a year" : $"{term.Years} years")} and renewed by agreement.");
}

FindingKind ForGood => Violation("QA501", "indefinite, without a way out and without a review");

// What is for good, cannot be left and is never reviewed follows nothing.
IEnumerable<Finding> Bonds(Arrangement arrangement)
{
    if (arrangement is { IsFullText: true, Term: { } term } && IsForGood(term))
        yield return term.At.Withdrawal.Report(ForGood, $"The arrangement is indefinite, nobody may leave it, and it says nothing of a review ({arrangement.Reading}).");
}

FindingKind NoTerm => Gap("QA550", "no term stated");
FindingKind NotEnough => Gap("QA551", "a term that does not say enough");

// How long it lasts, and how it can be reviewed or left, must be said.
IEnumerable<Finding> OpenTerms(Arrangement arrangement)
{
    if (arrangement.Term is not { } term)
        yield return arrangement.At.Term.Report(NoTerm, "No term is stated; a review, withdrawal by notice, or ten years at most and renewal by agreement would decide.");
    else if (!Follows(term) && !(arrangement.IsFullText && IsForGood(term)))
        yield return (term.Withdrawal is null ? term.At.Withdrawal : term.At.ReviewYears).Report(NotEnough,
            IsForGood(term) ? "The arrangement is indefinite and nobody may leave it, as far as it was read; a review, or the full text, would decide."
            : "The term does not say enough; a review, withdrawal by notice, or ten years at most and renewal by agreement would.");
}

FindingKind RenewedUnseen => Concern("QA570", "automatic renewal without a review");

// What renews itself unseen goes on as it was.
IEnumerable<Finding> UnseenRenewals(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    if (arrangement.Term is { ReviewYears: null } term && term.Renewal == Renewal.Automatic)
        yield return term.At.Renewal.Report(RenewedUnseen, "The arrangement renews itself, and no review is stated.");
}

FindingKind LongNotice => Concern("QA571", "notice of more than a year");

// Who must wait for more than a year to leave is bound for that long.
IEnumerable<Finding> LongNotices(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    if (arrangement.Term is { NoticeMonths: > 12, IsLeftByNotice: true } term)
        yield return term.At.NoticeMonths.Report(LongNotice, $"A party that leaves must say so {term.NoticeMonths} months before.");
}

bool Follows(Term term) => term.ReviewYears is not null || term.IsLeftByNotice || (term is { IsFixed: true, Years: <= 10 } && term.Renewal == Renewal.ByAgreement);

bool IsForGood(Term? term) => term is { ReviewYears: null } && term.Duration == TermDuration.Indefinite && term.Withdrawal == Withdrawal.None;
