namespace RuleEngine.Model.Words;

/// <summary>A field of cooperation. <c>economic</c> is trade and investment; <c>financial</c> is payments, liquidity, reserves and financial crime.</summary>
public sealed class Domain : Word
{
    private Domain(string text) : base(text)
    {
    }

    /// <summary><c>military</c></summary>
    public static readonly Domain Military = new("military");

    /// <summary><c>digital</c></summary>
    public static readonly Domain Digital = new("digital");

    /// <summary><c>financial</c></summary>
    public static readonly Domain Financial = new("financial");

    /// <summary><c>economic</c></summary>
    public static readonly Domain Economic = new("economic");

    /// <summary><c>political</c></summary>
    public static readonly Domain Political = new("political");

    /// <summary><c>law-enforcement</c></summary>
    public static readonly Domain LawEnforcement = new("law-enforcement");

    /// <summary><c>energy</c></summary>
    public static readonly Domain Energy = new("energy");

    /// <summary><c>environment</c></summary>
    public static readonly Domain Environment = new("environment");

    /// <summary><c>humanitarian</c></summary>
    public static readonly Domain Humanitarian = new("humanitarian");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<Domain> All { get; } = new(
        Military, Digital, Financial, Economic, Political, LawEnforcement, Energy, Environment, Humanitarian);
}
