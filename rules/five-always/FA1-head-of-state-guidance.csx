return new Rule
{
    Title = "Always follow the strategic guidance of head-of-state diplomacy",
    Source = "Five always, first principle",
    Why = """
        What heads of state have agreed sets the course, and the arrangement carries it out. Their guidance shows in one of three ways:
        they direct, mandate or review the arrangement; they sign it as carrying out an instrument of their own; or it is directed or
        signed at a stated lower level under an instrument of theirs.

        A cited instrument is theirs when its level says so, or when it gives none (or `unspecified`) and the guidance itself is theirs.
        "Leaders" may be heads of government only, and a signature alone does not say who set the course: both leave the question open.
        A level or role of `unspecified` is not given.
        """,
    Findings =
    [
        HeadsOfStateSteer, HeadsOfStateCarryOut, LowerLevelCarriesOut, SteeredBelow, Overridden,
        NotGiven, LeadersOnly, SignedBelow, SignedOnly, NothingCited,
    ],
    Checks = [HeadOfStateGuidance, LowerSteering, Overriding, Gaps],
    Concerns = [ClaimedDirection],
    Examples =
    [
        Upheld("Heads of state direct it and an instrument of theirs is cited", """
            {
              "id": "directed", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "directs", "instruments": [{ "title": "River declaration", "date": "2024-11-02" }] }
            }
            """),
        Upheld("Heads of state mandate it; that no instrument is cited is worth a review", """
            {
              "id": "mandated", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "mandates" }
            }
            """),
        Upheld("Heads of state review it, and a ministers' instrument is cited", """
            {
              "id": "reviewed", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "reviews", "instruments": [{ "title": "Ministers' note", "date": "2024-11-02", "level": "ministerial" }] }
            }
            """),
        Upheld("Heads of state sign it as carrying out a declaration of theirs that gives no level", """
            {
              "id": "signed-under-own", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "signs", "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "unspecified" }] }
            }
            """),
        Upheld("An agency directs it under a declaration of heads of state", """
            {
              "id": "agency-under", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "agency", "role": "directs", "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "head-of-state" }] }
            }
            """),
        Upheld("Ministers sign it under a declaration of heads of state", """
            {
              "id": "ministers-under", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "ministerial", "role": "signs", "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "head-of-state" }] }
            }
            """),
        Upheld("Heads of government review it under a declaration of heads of state", """
            {
              "id": "government-under", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-government", "role": "reviews", "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "head-of-state" }] }
            }
            """),
        Violated("Ministers direct it, and the declaration cited is not said to be of heads of state", """
            {
              "id": "ministers-direct", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "ministerial", "role": "directs", "instruments": [{ "title": "River declaration", "date": "2024-11-02" }] }
            }
            """),
        Violated("An agency mandates it", """
            {
              "id": "agency-mandates", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "agency", "role": "mandates" }
            }
            """),
        Violated("A supranational body reviews it", """
            {
              "id": "body-reviews", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "supranational-body", "role": "reviews" }
            }
            """),
        Violated("It is said to override a consensus of heads of state", """
            {
              "id": "overriding", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "directs", "overrides": "the river declaration",
                            "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "head-of-state" }] }
            }
            """),
        Undetermined("Nothing is said about guidance", """
            { "id": "silent", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }] }
            """),
        Undetermined("Neither level nor role is given", """
            {
              "id": "unspecified", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "unspecified", "instruments": [{ "title": "River declaration", "date": "2024-11-02", "level": "head-of-state" }] }
            }
            """),
        Undetermined("A role without a level", """
            {
              "id": "no-level", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "role": "directs" }
            }
            """),
        Undetermined("A level without a role", """
            {
              "id": "no-role", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state" }
            }
            """),
        Undetermined("Only heads of government direct it", """
            {
              "id": "leaders", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-government", "role": "directs" }
            }
            """),
        Undetermined("Heads of government sign it", """
            {
              "id": "leaders-sign", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-government", "role": "signs" }
            }
            """),
        Undetermined("Ministers sign it, and nothing above is cited", """
            {
              "id": "ministers-sign", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "ministerial", "role": "signs" }
            }
            """),
        Undetermined("Heads of state sign it, and nothing of theirs is cited", """
            {
              "id": "signed-only", "title": "River agreement", "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "level": "head-of-state", "role": "signs", "instruments": [{ "title": "Ministers' note", "date": "2024-11-02", "level": "ministerial" }] }
            }
            """),
        Undetermined("A signature at a level that is not given", """
            {
              "id": "signed-nowhere", "title": "River arrangement",
              "parties": [{ "id": "aland", "name": "Aland" }, { "id": "borduria", "name": "Borduria" }],
              "guidance": { "role": "signs" }
            }
            """),
    ],
};

FindingKind HeadsOfStateSteer => Support("FA180", "heads of state direct, mandate or review it");
FindingKind HeadsOfStateCarryOut => Support("FA181", "heads of state sign it as carrying out an instrument of theirs");
FindingKind LowerLevelCarriesOut => Support("FA182", "a lower level acts under an instrument of heads of state");

// Heads of state set the course themselves, or through an instrument that the arrangement carries out.
IEnumerable<Finding> HeadOfStateGuidance(Arrangement arrangement)
{
    if (arrangement.Guidance is not { HasLevel: true, Role: not null } guidance)
        yield break;
    var cited = guidance.HeadOfStateInstruments.FirstOrDefault();
    if (guidance.IsHeadOfState && guidance.Steers)
        yield return guidance.At.Role.Report(HeadsOfStateSteer, $"The guidance is at head-of-state level (role: {guidance.Role}).");
    else if (guidance.IsHeadOfState && cited is not null)
        yield return cited.Report(HeadsOfStateCarryOut, $"Heads of state sign it as carrying out \"{cited.Title}\".");
    else if (cited is not null)
        yield return cited.Report(LowerLevelCarriesOut, $"The guidance is at {guidance.Level} level (role: {guidance.Role}) under the heads of state's \"{cited.Title}\".");
}

FindingKind SteeredBelow => Violation("FA101", "steered below head-of-state level, under no instrument of theirs");

// Ministers, agencies and supranational bodies must not set the course by themselves.
IEnumerable<Finding> LowerSteering(Arrangement arrangement)
{
    if (arrangement.Guidance is { HasLevel: true, IsHeadOfState: false, IsHeadOfGovernment: false, Steers: true } guidance && !guidance.HeadOfStateInstruments.Any())
        yield return guidance.At.Level.Report(SteeredBelow, $"The guidance is at {guidance.Level} level (role: {guidance.Role}), and no instrument of heads of state is cited.");
}

FindingKind Overridden => Violation("FA102", "said to override a consensus of heads of state");

// What heads of state have agreed must not be set aside.
IEnumerable<Finding> Overriding(Arrangement arrangement)
{
    if (arrangement.Guidance is { Overrides: { } consensus } guidance)
        yield return guidance.At.Overrides.Report(Overridden, $"The arrangement is said to override {consensus}.");
}

FindingKind NotGiven => Gap("FA150", "no guidance, level or role given");
FindingKind LeadersOnly => Gap("FA151", "heads of government only");
FindingKind SignedBelow => Gap("FA152", "signed below head-of-state level, under no instrument of theirs");
FindingKind SignedOnly => Gap("FA153", "signed by heads of state, as carrying out nothing of theirs");

// Who guides, at what level and how must be said; leaders and signatures alone leave it open.
IEnumerable<Finding> Gaps(Arrangement arrangement)
{
    if (arrangement.Guidance is not { } guidance)
    {
        yield return arrangement.At.Guidance.Report(NotGiven, "Nothing is said about who guides the arrangement; guidance with a level and a role would decide.");
        yield break;
    }

    if (!guidance.HasLevel)
        yield return guidance.At.Level.Report(NotGiven, "The level of the guidance is not given; it would decide.");
    if (guidance.Role is null)
        yield return guidance.At.Role.Report(NotGiven, "Whether those who guide direct, mandate, review or sign is not given; it would decide.");
    if (!guidance.HasLevel || guidance.Role is null || guidance.HeadOfStateInstruments.Any())
        yield break;
    if (guidance.IsHeadOfGovernment)
        yield return guidance.At.Level.Report(LeadersOnly, "The guidance is of heads of government; an instrument of heads of state would decide.");
    else if (!guidance.Steers && guidance.IsHeadOfState)
        yield return guidance.At.Instruments.NewItem.Report(SignedOnly, "Heads of state sign, and no instrument of theirs is cited that it carries out; one would decide.");
    else if (!guidance.Steers)
        yield return guidance.At.Instruments.NewItem.Report(SignedBelow, $"It is signed at {guidance.Level} level, and no instrument of heads of state is cited; one would decide.");
}

FindingKind NothingCited => Concern("FA170", "head-of-state direction claimed, no instrument cited");

// A claim of head-of-state direction is best shown by an instrument.
IEnumerable<Finding> ClaimedDirection(Arrangement arrangement, IReadOnlyList<Finding> found)
{
    if (arrangement.Guidance is { IsHeadOfState: true, Steers: true, Instruments.Count: 0 } guidance)
        yield return guidance.At.Instruments.NewItem.Report(NothingCited, "Head-of-state direction is claimed, and no instrument is cited for it.");
}
