namespace RuleEngine.Model.Words;

/// <summary>What an arrangement asks of an institution.</summary>
public sealed class InstitutionRole : Word
{
    private InstitutionRole(string text) : base(text)
    {
    }

    /// <summary><c>host</c></summary>
    public static readonly InstitutionRole Host = new("host");

    /// <summary><c>forum</c></summary>
    public static readonly InstitutionRole Forum = new("forum");

    /// <summary><c>secretariat</c></summary>
    public static readonly InstitutionRole Secretariat = new("secretariat");

    /// <summary><c>legal-basis</c></summary>
    public static readonly InstitutionRole LegalBasis = new("legal-basis");

    /// <summary><c>implementing-body</c></summary>
    public static readonly InstitutionRole ImplementingBody = new("implementing-body");

    /// <summary><c>mention</c></summary>
    public static readonly InstitutionRole Mention = new("mention");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<InstitutionRole> All { get; } = new(Host, Forum, Secretariat, LegalBasis, ImplementingBody, Mention);
}
