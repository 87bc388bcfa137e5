using RuleEngine.Model.Places;
using RuleEngine.Model.Words;

namespace RuleEngine.Model;

/// <summary>How long the arrangement lasts, and how it can be reviewed, renewed and left.</summary>
public sealed class Term : Node
{
    internal Term(Document document, int token, Node? parent) : base(document, token, parent)
    {
    }

    /// <summary>Whether it ends by itself; null when not stated.</summary>
    public TermDuration? Duration { get; internal set; }

    /// <summary>How many years it lasts, more than 0; null when not stated.</summary>
    public double? Years { get; internal set; }

    /// <summary>How it goes on when it ends; null when not stated.</summary>
    public Renewal? Renewal { get; internal set; }

    /// <summary>How many years lie between reviews, more than 0; null when no review is stated.</summary>
    public double? ReviewYears { get; internal set; }

    /// <summary>How a party may leave; null when not stated.</summary>
    public Withdrawal? Withdrawal { get; internal set; }

    /// <summary>How many months before it leaves a party must say so, 0 or more; null when not stated.</summary>
    public double? NoticeMonths { get; internal set; }

    /// <summary>Whether it ends by itself: it says so, or says after how many years and not that it is indefinite.</summary>
    public bool IsFixed => Duration == TermDuration.Fixed || (Duration is null && Years is not null);

    /// <summary>Whether a party may leave by notice: it says so, or says how long before and not that nobody may leave.</summary>
    public bool IsLeftByNotice => Withdrawal == Words.Withdrawal.Notice || (Withdrawal is null && NoticeMonths is not null);

    /// <summary>The places of the properties.</summary>
    public TermPlaces At => new(this);
}
