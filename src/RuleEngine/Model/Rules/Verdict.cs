using RuleEngine.Model.Words;

namespace RuleEngine.Model.Rules;

/// <summary>What a principle, or a proposal as a whole, came to.</summary>
public sealed class Verdict : Word
{
    private Verdict(string text) : base(text)
    {
    }

    /// <summary>The rule failed, so nothing is known.</summary>
    public static readonly Verdict Error = new("error");

    /// <summary>A clause or fact breaks the principle.</summary>
    public static readonly Verdict Violated = new("violated");

    /// <summary>A fact that would decide it is missing, or the text is silent.</summary>
    public static readonly Verdict Undetermined = new("undetermined");

    /// <summary>There is evidence for it, and none against it.</summary>
    public static readonly Verdict Upheld = new("upheld");

    /// <summary>The rule says that it does not apply.</summary>
    public static readonly Verdict NotApplicable = new("not-applicable");

    /// <summary>Every word, the worst first.</summary>
    public static Vocabulary<Verdict> All { get; } = new(Error, Violated, Undetermined, Upheld, NotApplicable);
}
