namespace RuleEngine.Model.Words;

/// <summary>When an obligation falls due.</summary>
public sealed class Trigger : Word
{
    private Trigger(string text) : base(text)
    {
    }

    /// <summary><c>unconditional</c></summary>
    public static readonly Trigger Unconditional = new("unconditional");

    /// <summary><c>armed-attack</c></summary>
    public static readonly Trigger ArmedAttack = new("armed-attack");

    /// <summary><c>threat-of-attack</c></summary>
    public static readonly Trigger ThreatOfAttack = new("threat-of-attack");

    /// <summary><c>crisis</c></summary>
    public static readonly Trigger Crisis = new("crisis");

    /// <summary><c>request</c></summary>
    public static readonly Trigger Request = new("request");

    /// <summary><c>unstated</c></summary>
    public static readonly Trigger Unstated = new("unstated");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Trigger> All { get; } = new(Unconditional, ArmedAttack, ThreatOfAttack, Crisis, Request, Unstated);
}
