namespace RuleEngine.Model.Words;

/// <summary>What a threat is. All but <c>armed-attack</c>, <c>bloc</c>, <c>containment</c> and <c>unspecified</c> are functional.</summary>
public sealed class ThreatKind : Word
{
    private ThreatKind(string text) : base(text)
    {
    }

    /// <summary><c>armed-attack</c></summary>
    public static readonly ThreatKind ArmedAttack = new("armed-attack");

    /// <summary><c>terrorism</c></summary>
    public static readonly ThreatKind Terrorism = new("terrorism");

    /// <summary><c>separatism</c></summary>
    public static readonly ThreatKind Separatism = new("separatism");

    /// <summary><c>extremism</c></summary>
    public static readonly ThreatKind Extremism = new("extremism");

    /// <summary><c>transnational-crime</c></summary>
    public static readonly ThreatKind TransnationalCrime = new("transnational-crime");

    /// <summary><c>cyber-misuse</c></summary>
    public static readonly ThreatKind CyberMisuse = new("cyber-misuse");

    /// <summary><c>financial-instability</c></summary>
    public static readonly ThreatKind FinancialInstability = new("financial-instability");

    /// <summary><c>coercive-measures</c></summary>
    public static readonly ThreatKind CoerciveMeasures = new("coercive-measures");

    /// <summary><c>proliferation</c></summary>
    public static readonly ThreatKind Proliferation = new("proliferation");

    /// <summary><c>internal-unrest</c></summary>
    public static readonly ThreatKind InternalUnrest = new("internal-unrest");

    /// <summary><c>natural-disaster</c></summary>
    public static readonly ThreatKind NaturalDisaster = new("natural-disaster");

    /// <summary><c>bloc</c></summary>
    public static readonly ThreatKind Bloc = new("bloc");

    /// <summary><c>containment</c>: others acting together to limit the parties' room.</summary>
    public static readonly ThreatKind Containment = new("containment");

    /// <summary><c>unspecified</c></summary>
    public static readonly ThreatKind Unspecified = new("unspecified");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<ThreatKind> All { get; } = new(
        ArmedAttack, Terrorism, Separatism, Extremism, TransnationalCrime, CyberMisuse, FinancialInstability,
        CoerciveMeasures, Proliferation, InternalUnrest, NaturalDisaster, Bloc, Containment, Unspecified);
}
