namespace RuleEngine.Model.Words;

/// <summary>How far a conflict of a party has gone.</summary>
public sealed class ConflictStatus : Word
{
    private ConflictStatus(string text) : base(text)
    {
    }

    /// <summary><c>ongoing-war</c></summary>
    public static readonly ConflictStatus OngoingWar = new("ongoing-war");

    /// <summary><c>armed-clashes</c></summary>
    public static readonly ConflictStatus ArmedClashes = new("armed-clashes");

    /// <summary><c>dispute</c></summary>
    public static readonly ConflictStatus Dispute = new("dispute");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<ConflictStatus> All { get; } = new(OngoingWar, ArmedClashes, Dispute);
}
