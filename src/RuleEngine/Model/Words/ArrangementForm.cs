namespace RuleEngine.Model.Words;

/// <summary>The form of an instrument.</summary>
public sealed class ArrangementForm : Word
{
    private ArrangementForm(string text) : base(text)
    {
    }

    /// <summary><c>treaty</c></summary>
    public static readonly ArrangementForm Treaty = new("treaty");

    /// <summary><c>executive-agreement</c></summary>
    public static readonly ArrangementForm ExecutiveAgreement = new("executive-agreement");

    /// <summary><c>memorandum</c></summary>
    public static readonly ArrangementForm Memorandum = new("memorandum");

    /// <summary><c>joint-statement</c></summary>
    public static readonly ArrangementForm JointStatement = new("joint-statement");

    /// <summary><c>charter</c></summary>
    public static readonly ArrangementForm Charter = new("charter");

    /// <summary><c>concept</c></summary>
    public static readonly ArrangementForm Concept = new("concept");

    /// <summary>Every word, in documented order.</summary>
    public static Vocabulary<ArrangementForm> All { get; } = new(Treaty, ExecutiveAgreement, Memorandum, JointStatement, Charter, Concept);
}
