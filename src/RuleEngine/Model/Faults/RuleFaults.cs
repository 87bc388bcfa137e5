namespace RuleEngine.Model.Faults;

/// <summary>What can be wrong with a rule pack or a script.</summary>
public static class RuleFaults
{
    /// <summary>A script that does not compile.</summary>
    public static readonly FaultKind DoesNotCompile = new("RP001", "a script that does not compile",
        "Mend the script at the place shown. CS numbers are the C# compiler's own.");

    /// <summary>A script that returns no rule.</summary>
    public static readonly FaultKind ReturnsNothing = new("RP002", "a script that returns no rule",
        "A script ends its form with `return new Rule { … };`. Without `return` the rule is made and thrown away.");

    /// <summary>A script whose file name is no rule's.</summary>
    public static readonly FaultKind BadFileName = new("RP003", "a script whose file name is no rule's",
        "Name it by id and name: FA2-no-alliance.csx. An id is two or more capitals and a digit.");

    /// <summary>A rule id twice in the pack.</summary>
    public static readonly FaultKind RepeatedRule = new("RP004", "a rule id twice in the pack",
        "Give one of the two scripts another id.");

    /// <summary>A finding id that does not fit.</summary>
    public static readonly FaultKind BadFindingId = new("RP005", "a finding id that does not fit",
        "A finding's id is the rule's id and two digits: 01-49 violations, 50-66 gaps, 70-78 concerns, 80-99 supports. Each is declared once; 67, 69 and 79 are the engine's.");

    /// <summary>A script that failed while loading.</summary>
    public static readonly FaultKind ThrewWhileLoading = new("RP006", "a script that failed while loading",
        "The form must be data: mend the line shown.");

    /// <summary>A rule that failed on a proposal.</summary>
    public static readonly FaultKind ThrewWhileChecking = new("RP007", "a rule that failed on a proposal",
        "Mend the line shown; the other rules have given their verdicts.");

    /// <summary>A finding that the rule does not declare.</summary>
    public static readonly FaultKind Undeclared = new("RP008", "a finding that the rule does not declare",
        "Add it to `Findings`, so that it can be explained and configured.");

    /// <summary>A form that is not filled in.</summary>
    public static readonly FaultKind IncompleteForm = new("RP009", "a form that is not filled in",
        "The message says what is missing.");

    /// <summary>A folder that is no rule pack.</summary>
    public static readonly FaultKind NoPack = new("RP010", "a folder that is no rule pack",
        "A pack is a folder with a subfolder for each set of principles, and .csx files in it.");

    /// <summary>A pack file that cannot be read.</summary>
    public static readonly FaultKind UnreadableScript = new("RP011", "a pack file that cannot be read",
        "Check the permissions.");

    /// <summary>Two institutions under one name.</summary>
    public static readonly FaultKind DuplicateInstitution = new("RP012", "two institutions under one name",
        "An id or alias stands for one body in the registry.");

    /// <summary>Something that a rule may not use.</summary>
    public static readonly FaultKind Forbidden = new("RP013", "something that a rule may not use",
        "A rule decides from the arrangement alone: rules/README.md says what it may use. The message says what to use instead, where there is something.");

    /// <summary>A feature of the language that a rule may not use.</summary>
    public static readonly FaultKind ForbiddenFeature = new("RP014", "a feature of C# that a rule may not use",
        "A rule is plain, safe C# that runs on one thread: the message says what to write instead.");

    /// <summary>State that outlives a check.</summary>
    public static readonly FaultKind LastingState = new("RP015", "state that outlives a check",
        "A verdict must not depend on what was checked before. Keep what changes in variables of the check; what stands in the script outside of checks is set while it loads.");

    /// <summary>A compiled script that holds what a rule may not.</summary>
    public static readonly FaultKind ForbiddenCode = new("RP016", "a compiled script that holds what a rule may not",
        "What the compiler made of the line shown is more than a rule may do: write it more plainly.");

    /// <summary>A rule that takes too many steps.</summary>
    public static readonly FaultKind TooManySteps = new("RP017", "a rule that takes too many steps",
        "A step is a call, a turn of a loop, or a member of a collection that is gone through. The budget grows with the arrangement: look for a loop that does not end, or loops within loops.");

    /// <summary>A rule that makes too much.</summary>
    public static readonly FaultKind TooManyBytes = new("RP018", "a rule that makes too much",
        "The budget of bytes grows with the arrangement: look for a text or list that grows without need.");

    /// <summary>A rule that goes too deep.</summary>
    public static readonly FaultKind TooDeep = new("RP019", "a rule that goes too deep",
        "Methods call one another, or sequences are laid over one another, without end: use a loop.");

    /// <summary>A rule that took its process with it.</summary>
    public static readonly FaultKind Lost = new("RP020", "a rule that took its process with it",
        "With --isolate rules run in a process of their own. This one ended it, hung, or took more memory than it may have; all else was done in a new one.");

    /// <summary>A pack for other versions of the engine.</summary>
    public static readonly FaultKind OtherEngine = new("RP021", "a version that does not fit",
        "`engine` in `pack.json` says which versions of the engine the pack works with: use one of them, or a release of the pack that knows this one. `version` is the pack's own, as packages have it: 1.2.0.");

    /// <summary>Sets that are not those of the pack.</summary>
    public static readonly FaultKind OtherSets = new("RP022", "sets that are not those of the pack",
        "`sets` in `pack.json` lists the pack's folders that hold scripts: all of them and no other.");

    /// <summary>A pack that has no lock, or one that cannot be read.</summary>
    public static readonly FaultKind NoLock = new("RP023", "a pack whose lock is missing or cannot be read",
        "Nothing says what the pack should be, so it is not trusted. Whoever publishes it writes the lock with `ruleengine pack lock`.");

    /// <summary>A file that is not as the pack's lock says.</summary>
    public static readonly FaultKind NotAsLocked = new("RP024", "a file that is not as locked",
        "It was changed, added or removed since the lock was written. Get the pack anew, or look at what has changed and lock it again: `ruleengine pack lock`.");

    /// <summary>An example that gets another verdict.</summary>
    public static readonly FaultKind WrongVerdict = new("RP030", "an example that gets another verdict than it states",
        "Either the script is wrong or the example: the message says what was found.");

    /// <summary>A finding that no example shows.</summary>
    public static readonly FaultKind UnseenFinding = new("RP031", "a finding that no example shows",
        "Add an example in which it is found, or drop it from `Findings`.");

    /// <summary>A verdict that no example shows.</summary>
    public static readonly FaultKind UnseenVerdict = new("RP032", "a verdict that no example shows",
        "Every rule, and every limb of a rule that has several, is shown upheld, violated and undetermined; one with `AppliesTo` not applicable too.");

    /// <summary>A page that is not as recorded.</summary>
    public static readonly FaultKind OtherPage = new("RP033", "a page that is not as recorded",
        "The page beside the script says what the rule does. Read what has changed; `ruleengine test-rules --accept` records it.");

    /// <summary>A condition that no example notices.</summary>
    public static readonly FaultKind Survivor = new("RP034", "a condition that no example notices",
        "With this change of the script, or whatever an example says there, all examples come to the same. Add an example that tells the two apart, drop the condition, or say on the line why nothing can: `// unnoticed: …`.");

    /// <summary>Every one, by id.</summary>
    public static IReadOnlyList<FaultKind> All =>
    [
        DoesNotCompile, ReturnsNothing, BadFileName, RepeatedRule, BadFindingId, ThrewWhileLoading,
        ThrewWhileChecking, Undeclared, IncompleteForm, NoPack, UnreadableScript, DuplicateInstitution,
        Forbidden, ForbiddenFeature, LastingState, ForbiddenCode, TooManySteps, TooManyBytes, TooDeep, Lost,
        OtherEngine, OtherSets, NoLock, NotAsLocked,
        WrongVerdict, UnseenFinding, UnseenVerdict, OtherPage, Survivor,
    ];
}
