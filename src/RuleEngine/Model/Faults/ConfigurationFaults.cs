namespace RuleEngine.Model.Faults;

/// <summary>What can be wrong with a configuration or a baseline: 001-029 errors, 030-059 notices, which change no exit code.</summary>
public static class ConfigurationFaults
{
    /// <summary>A configuration that is not JSON.</summary>
    public static readonly FaultKind NotJson = new("CF001", "a configuration that is not JSON",
        "Mend the file at the place shown. It is strict JSON: no comments (say it in `note`), no trailing commas.");

    /// <summary>A setting that is not known.</summary>
    public static readonly FaultKind UnknownProperty = new("CF002", "a setting that is not known",
        "`ruleengine schema configuration` prints every setting; the message names the nearest.");

    /// <summary>A setting of the wrong form.</summary>
    public static readonly FaultKind WrongForm = new("CF003", "a setting of the wrong form",
        "The message says what was expected. `ruleengine schema configuration` prints the form of every setting.");

    /// <summary>A day that does not exist.</summary>
    public static readonly FaultKind BadDate = new("CF004", "a day that does not exist",
        "Write year-month-day, as in 2027-01-31. A waiver holds on its last day, too.");

    /// <summary>A glob that cannot be matched.</summary>
    public static readonly FaultKind BadGlob = new("CF005", "a glob that cannot be matched",
        "Globs know * (within a name) and ** (any folders, alone between slashes), and are relative to the configuration's folder.");

    /// <summary>An id that the rule pack does not know.</summary>
    public static readonly FaultKind UnknownId = new("CF006", "an id that the rule pack does not know",
        "`ruleengine rules` lists rules and sets, `ruleengine explain RULE` the findings of one.");

    /// <summary>A violation or gap that is to be hidden.</summary>
    public static readonly FaultKind HiddenFinding = new("CF007", "a violation or gap that is to be hidden",
        "What is true stays visible. Make it `info`, or accept it where it stands: `ruleengine waive FILE ID` with a reason.");

    /// <summary>Configurations that extend each other.</summary>
    public static readonly FaultKind Cycle = new("CF008", "configurations that extend each other",
        "Remove one `extends` of the ring that the message shows.");

    /// <summary>A configuration that cannot be read.</summary>
    public static readonly FaultKind Unreadable = new("CF009", "a configuration that cannot be read",
        "`extends` is the path of another configuration, relative to the one that names it.");

    /// <summary>Another rule pack than the one that is pinned.</summary>
    public static readonly FaultKind OtherPack = new("CF010", "another rule pack than the one that is pinned",
        "`rulesHash` says by which rules results were reached. Take that pack again, or review the new one and write its hash, which `--format json` prints as `tool.rules`: of several packs that of all together.");

    /// <summary>A waiver of what needs none.</summary>
    public static readonly FaultKind NothingToWaive = new("CF011", "a waiver of what needs none",
        "Violations, gaps and concerns can be waived. A support speaks for the arrangement.");

    /// <summary>A baseline that cannot be read.</summary>
    public static readonly FaultKind BadBaseline = new("CF012", "a baseline that cannot be read",
        "`ruleengine check PATHS --write-baseline FILE` writes one.");

    /// <summary>A rule pack that is not there.</summary>
    public static readonly FaultKind NoPack = new("CF013", "a rule pack that is not there",
        "`rules` is the folder of a rule pack, relative to the configuration that names it.");

    /// <summary>A waiver whose last day has passed.</summary>
    public static readonly FaultKind Expired = new("CF031", "a waiver whose last day has passed",
        "The finding counts again. Mend the clause, or have the waiver renewed by its owner.");

    /// <summary>A waiver of what stands there no longer.</summary>
    public static readonly FaultKind Changed = new("CF032", "a waiver of what stands there no longer",
        "Another text stands at the address than the one that was accepted, so that the finding counts. Review it; `ruleengine waive` accepts it anew.");

    /// <summary>A waiver that matches nothing.</summary>
    public static readonly FaultKind Unmatched = new("CF033", "a waiver that matches nothing",
        "What it accepted is not found in the files that it is about. Remove it, or correct its path, limb or address.");

    /// <summary>A finding of the baseline that has gone.</summary>
    public static readonly FaultKind Gone = new("CF034", "a finding of the baseline that has gone",
        "Write the baseline anew, so that it does not come back unseen.");

    /// <summary>Every one, by id.</summary>
    public static IReadOnlyList<FaultKind> All =>
    [
        NotJson, UnknownProperty, WrongForm, BadDate, BadGlob, UnknownId, HiddenFinding, Cycle, Unreadable, OtherPack, NothingToWaive,
        BadBaseline, NoPack, Expired, Changed, Unmatched, Gone,
    ];

    /// <summary>What a fault of reading is in a configuration.</summary>
    internal static FaultKind Of(FaultKind kind) =>
        InputFaults.All.Contains(kind)
            ? kind == InputFaults.UnknownProperty ? UnknownProperty
            : kind == InputFaults.BadDate || kind == InputFaults.ImpossibleDate ? BadDate
            : string.CompareOrdinal(kind.Id, "IN030") < 0 && kind != InputFaults.UnknownWord ? NotJson
            : WrongForm
            : kind;
}
