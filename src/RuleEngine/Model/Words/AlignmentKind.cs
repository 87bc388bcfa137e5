namespace RuleEngine.Model.Words;

/// <summary>
/// What kind of alignment an arrangement is, the closest first: the classes of the Correlates of War alliances (Gibler 2009: I defence pact,
/// II neutrality or non-aggression pact, III entente), of defence cooperation agreements that are none of them (Kinne, DCAD), and of the
/// quasi-alliance, an informal security partnership against an external threat (Sun Degang).
/// </summary>
public sealed class AlignmentKind : Word
{
    private AlignmentKind(string text, string meaning) : base(text) => Meaning = meaning;

    /// <summary>What makes an arrangement this, in a few words.</summary>
    public string Meaning { get; }

    /// <summary><c>alliance</c></summary>
    public static readonly AlignmentKind Alliance = new("alliance", "a pledge to fight");

    /// <summary><c>quasi-alliance</c></summary>
    public static readonly AlignmentKind QuasiAlliance = new("quasi-alliance", "military cooperation without a pledge, and a clause that addresses a threat from outside");

    /// <summary><c>entente</c></summary>
    public static readonly AlignmentKind Entente = new("entente", "consultation in a crisis or attack");

    /// <summary><c>neutrality-pact</c></summary>
    public static readonly AlignmentKind NeutralityPact = new("neutrality-pact", "neutrality or non-aggression");

    /// <summary><c>defence-cooperation</c></summary>
    public static readonly AlignmentKind DefenceCooperation = new("defence-cooperation", "a provision of domain military");

    /// <summary><c>partnership</c></summary>
    public static readonly AlignmentKind Partnership = new("partnership", "any other provision");

    /// <summary><c>unstated</c></summary>
    public static readonly AlignmentKind Unstated = new("unstated", "no provision that binds");

    /// <summary>Every word, the closest alignment first.</summary>
    public static Vocabulary<AlignmentKind> All { get; } = new(Alliance, QuasiAlliance, Entente, NeutralityPact, DefenceCooperation, Partnership, Unstated);
}
