using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>Where this program finds and keeps compiled rules.</summary>
internal static class CompiledRules
{
    /// <summary>The variable that moves the cache.</summary>
    public const string Variable = "RULEENGINE_CACHE";

    /// <summary>The shipped pack's, beside the program, and the user's cache.</summary>
    public static ScriptCache Cache(string folder) => new(Shipped, Folder(folder));

    /// <summary>The shipped pack's only.</summary>
    public static ScriptCache ShippedOnly => new(Shipped, null);

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "compiled");

    /// <summary>
    /// The folder that the variable names, else the platform's for a user's caches: <c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>,
    /// <c>~/Library/Caches</c>, <c>%LOCALAPPDATA%</c>. Null where the user has no home.
    /// </summary>
    private static string? Folder(string workingFolder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } moved)
            return Path.Combine(workingFolder, moved, "rules");
        if (OperatingSystem.IsWindows())
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "");
        if (OperatingSystem.IsMacOS())
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library/Caches");
        return Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache)
            ? Below(cache, "")
            : Below(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
    }

    private static string? Below(string home, string caches) => home == "" ? null : Path.Combine(home, caches, "ruleengine", "rules");
}
