using System.Globalization;

namespace RuleEngine.Scripting.Metering;

/// <summary>A script has spent what it may. A script that catches it is stopped again at its next step.</summary>
/// <param name="spent">What was spent.</param>
/// <param name="limit">How much of it there was; 0 where that is no number.</param>
internal sealed class BudgetExhaustedException(Spent spent, long limit) : Exception(InWords(spent, limit))
{
    public Spent Spent => spent;

    private static string InWords(Spent spent, long limit)
    {
        var number = limit.ToString("#,0", CultureInfo.InvariantCulture);
        return spent switch
        {
            Spent.Steps => $"It takes more than {number} steps.",
            Spent.Bytes => $"It makes more than {number} bytes of objects.",
            Spent.Text => $"It makes a text of more than {number} characters.",
            _ when limit > 0 => $"Its methods call one another more than {number} deep.",
            _ => "Its methods and sequences reach deeper into one another than the stack does.",
        };
    }
}

/// <summary>What a budget is of.</summary>
internal enum Spent
{
    Steps,
    Bytes,
    Text,
    Depth,
}
