using RuleEngine.Model.Words;

namespace RuleEngine.Model.Rules;

/// <summary>What a finding says about its principle.</summary>
public sealed class Role : Word
{
    private Role(string text) : base(text)
    {
    }

    /// <summary>A clause or fact breaks the principle.</summary>
    public static readonly Role Violation = new("violation");

    /// <summary>A fact that would decide the principle is not in the proposal.</summary>
    public static readonly Role Gap = new("gap");

    /// <summary>Worth a reader's review; never changes the verdict.</summary>
    public static readonly Role Concern = new("concern");

    /// <summary>A clause or fact upholds the principle.</summary>
    public static readonly Role Support = new("support");

    /// <summary>Every word.</summary>
    public static Vocabulary<Role> All { get; } = new(Violation, Gap, Concern, Support);
}
