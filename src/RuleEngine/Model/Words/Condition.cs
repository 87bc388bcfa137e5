namespace RuleEngine.Model.Words;

/// <summary>What limits a pledge (ATOP's conditionality).</summary>
public sealed class Condition : Word
{
    private Condition(string text) : base(text)
    {
    }

    /// <summary><c>adversary-specific</c></summary>
    public static readonly Condition AdversarySpecific = new("adversary-specific");

    /// <summary><c>location-specific</c></summary>
    public static readonly Condition LocationSpecific = new("location-specific");

    /// <summary><c>conflict-specific</c></summary>
    public static readonly Condition ConflictSpecific = new("conflict-specific");

    /// <summary><c>unprovoked-only</c></summary>
    public static readonly Condition UnprovokedOnly = new("unprovoked-only");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Condition> All { get; } = new(AdversarySpecific, LocationSpecific, ConflictSpecific, UnprovokedOnly);
}
