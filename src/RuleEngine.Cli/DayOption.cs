using System.CommandLine;
using System.Globalization;

namespace RuleEngine.Cli;

/// <summary>An option that takes a day, as in 2027-01-31.</summary>
internal sealed class DayOption : Option<string>
{
    public DayOption(string name) : base(name)
    {
        HelpName = "DATE";
        Validators.Add(given =>
        {
            if (given.Tokens is [var token] && Parse(token.Value) is null)
                given.AddError($"{name} {token.Value}: no calendar has such a day. A day is written year-month-day, as in 2027-01-31.");
        });
    }

    /// <summary>The day that it is, UTC's, so that a waiver ends everywhere at once.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The day; null where none is given.</summary>
    public DateOnly? Day(ParseResult parsed) => parsed.GetValue(this) is { } text ? Parse(text) : null;

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
