using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>Where this program finds and keeps compiled rules.</summary>
internal static class CompiledRules
{
    /// <summary>The variable that moves the cache.</summary>
    public const string Variable = "RULEENGINE_CACHE";

    /// <summary>A rule pack, its compiled rules from beside the program or from the user's cache.</summary>
    /// <param name="given">The pack's folder, as it was given; null for the one that the settings name, else the shipped pack.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="noCache">Whether the user's cache is left alone.</param>
    /// <param name="terminal">Whose working folder counts.</param>
    public static RulePack ReadPack(string? given, EffectiveSettings settings, bool noCache, Terminal terminal)
    {
        var cache = new ScriptCache(Shipped, noCache ? null : Folder(terminal.Folder));
        var folder = given ?? (settings.Rules is { } configured ? Path.GetRelativePath(terminal.Folder, configured) : null);
        if (folder is null)
            return ReadShippedPack(cache);
        var shownAs = folder.Replace('\\', '/').TrimEnd('/');
        return PackReader.Read(Path.Combine(terminal.Folder, folder), shownAs == "" ? "/" : shownAs, cache);
    }

    public static RulePack ReadShippedPack(ScriptCache cache) => PackReader.Read(Path.Combine(AppContext.BaseDirectory, "rules"), "rules", cache);

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
