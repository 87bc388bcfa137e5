using System.Diagnostics;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;

namespace RuleEngine.Scripting;

/// <summary>An exception that came out of a script, as a fault at the script's line.</summary>
internal static class ScriptFailure
{
    public static Fault Fault(FaultKind kind, string path, Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileName() is { } file && path.EndsWith("/" + file, StringComparison.Ordinal));
        var location = frame is null ? null : new Location(
            frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()), frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()) + 1, null, null);
        return new Fault(kind, path, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}", location);
    }
}
