namespace RuleEngine.Model.Places;

/// <summary>The places of the properties of a <see cref="Term"/>.</summary>
public sealed class TermPlaces : NodePlaces
{
    internal TermPlaces(Term node) : base(node)
    {
    }

    /// <summary><c>duration</c></summary>
    public Place Duration => Of("duration");

    /// <summary><c>years</c></summary>
    public Place Years => Of("years");

    /// <summary><c>renewal</c></summary>
    public Place Renewal => Of("renewal");

    /// <summary><c>reviewYears</c></summary>
    public Place ReviewYears => Of("reviewYears");

    /// <summary><c>withdrawal</c></summary>
    public Place Withdrawal => Of("withdrawal");

    /// <summary><c>noticeMonths</c></summary>
    public Place NoticeMonths => Of("noticeMonths");
}
