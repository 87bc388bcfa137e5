using RuleEngine.Model.Words;

namespace RuleEngine.Model.Rules;

/// <summary>How loud a finding is. It never changes what is true.</summary>
public sealed class Severity : Word
{
    private Severity(string text) : base(text)
    {
    }

    /// <summary>Fails the run unless accepted.</summary>
    public static readonly Severity Error = new("error");

    /// <summary>Shown.</summary>
    public static readonly Severity Warning = new("warning");

    /// <summary>Shown.</summary>
    public static readonly Severity Info = new("info");

    /// <summary>Shown only when asked for.</summary>
    public static readonly Severity None = new("none");

    /// <summary>Every word, the worst first.</summary>
    public static Vocabulary<Severity> All { get; } = new(Error, Warning, Info, None);
}
