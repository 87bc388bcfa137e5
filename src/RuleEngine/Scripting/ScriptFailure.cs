using System.Diagnostics;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Scripting;

/// <summary>An exception that came out of a script, as a fault at the script's line.</summary>
internal static class ScriptFailure
{
    private const int MostCharacters = 300;

    /// <param name="kind">What it is where no budget ran out.</param>
    /// <param name="path">The script, as reports call it.</param>
    /// <param name="exception">What came out of it.</param>
    public static Fault Fault(FaultKind kind, string path, Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileName() is { } file && path.EndsWith("/" + file, StringComparison.Ordinal));
        var location = frame is null ? null : new Location(
            frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()), frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()) + 1, null, null);
        return exception is BudgetExhaustedException exhausted
            ? new Fault(KindOf(exhausted.Spent), path, exhausted.Message, location)
            : new Fault(kind, path, $"{exception.GetType().Name}: {Cut(exception.Message.ReplaceLineEndings(" "))}", location);
    }

    private static string Cut(string message) => message.Length <= MostCharacters ? message : message[..MostCharacters] + "…";

    private static FaultKind KindOf(Spent spent) =>
        spent == Spent.Steps ? RuleFaults.TooManySteps : spent is Spent.Bytes or Spent.Text ? RuleFaults.TooManyBytes : RuleFaults.TooDeep;
}
