namespace RuleEngine.Scripting.Guarding;

/// <summary>What a call costs a rule; <c>AllowList.txt</c> says what each word means.</summary>
internal enum Cost
{
    Free,
    New,
    Scan,
    Add,
    Copy,
    Size,
    Format,
    Lazy,
    Each,
    Yield,
    Own,
    Whole,
    Never,
}
