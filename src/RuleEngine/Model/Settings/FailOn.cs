using RuleEngine.Model.Words;

namespace RuleEngine.Model.Settings;

/// <summary>What makes a run fail, beside what could not be done.</summary>
public sealed class FailOn : Word
{
    private FailOn(string text) : base(text)
    {
    }

    /// <summary>A violation of severity <c>error</c> that nobody has accepted.</summary>
    public static readonly FailOn Violated = new("violated");

    /// <summary>Besides, an undetermined principle with a gap that nobody has accepted.</summary>
    public static readonly FailOn Undetermined = new("undetermined");

    /// <summary>Every word.</summary>
    public static Vocabulary<FailOn> All { get; } = new(Violated, Undetermined);
}
