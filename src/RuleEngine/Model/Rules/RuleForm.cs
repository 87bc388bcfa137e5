namespace RuleEngine.Model.Rules;

/// <summary>The words in which a rule script fills in its form; scripts use them without naming this class.</summary>
public static class RuleForm
{
    /// <summary>Declares a violation, ids 01-49.</summary>
    public static FindingKind Violation(string id, string title) => new(id, Role.Violation, title);

    /// <summary>Declares a gap, ids 50-66.</summary>
    public static FindingKind Gap(string id, string title) => new(id, Role.Gap, title);

    /// <summary>Declares a concern, ids 70-78.</summary>
    public static FindingKind Concern(string id, string title) => new(id, Role.Concern, title);

    /// <summary>Declares a support, ids 80-99.</summary>
    public static FindingKind Support(string id, string title) => new(id, Role.Support, title);

    /// <summary>A limb and its checks.</summary>
    public static Limb Limb(string name, params Check[] checks) => new(name, checks);

    /// <summary>An example that upholds the principle.</summary>
    public static Example Upheld(string title, string json) => new(Verdict.Upheld, title, json);

    /// <summary>An example that violates the principle.</summary>
    public static Example Violated(string title, string json) => new(Verdict.Violated, title, json);

    /// <summary>An example that leaves the principle undecided.</summary>
    public static Example Undetermined(string title, string json) => new(Verdict.Undetermined, title, json);

    /// <summary>An example that the rule does not apply to.</summary>
    public static Example NotApplicable(string title, string json) => new(Verdict.NotApplicable, title, json);
}
