using RuleEngine.Engine.Isolation;
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
    /// <param name="isolate">Whether the rules run in a process of their own.</param>
    /// <param name="terminal">Whose working folder counts.</param>
    /// <exception cref="IOException">That process cannot be started.</exception>
    public static RulePack ReadPack(string? given, EffectiveSettings settings, bool noCache, bool isolate, Terminal terminal)
    {
        var cache = noCache ? null : Folder(terminal.Folder);
        var sources = Sources(given, settings, terminal);
        return isolate
            ? IsolatedPack.Read(sources, WorkerCommand.CommandLine(cache), IsolationLimits.Default)
            : PackReader.Read(sources, Cache(cache));
    }

    /// <summary>One pack that is given, or what the settings say: a pack, the shipped one where none is named, and those that they extend.</summary>
    private static IReadOnlyList<PackSource> Sources(string? given, EffectiveSettings settings, Terminal terminal)
    {
        if (given is not null)
            return [Source(given)];
        var extended = new List<PackSource>();
        foreach (var path in settings.Packs)
        {
            if (path != settings.Rules)
                extended.Add(Source(Shown(path)));
        }

        var shipped = new PackSource(ShippedPack, extended.Exists(pack => pack.ShownAs == "rules") ? "ruleengine/rules" : "rules");
        extended.Insert(0, settings.Rules is { } rules ? Source(Shown(rules)) : shipped);
        return extended;

        string Shown(string path) => Path.GetRelativePath(terminal.Folder, path);

        PackSource Source(string path) => new(Path.Combine(terminal.Folder, path), path.Replace('\\', '/').TrimEnd('/') is { Length: > 0 } shownAs ? shownAs : "/");
    }

    public static RulePack ReadShippedPack(ScriptCache cache) => PackReader.Read(ShippedPack, "rules", cache);

    /// <summary>The compiled rules beside the program, and those of the folder.</summary>
    public static ScriptCache Cache(string? folder) => new(Shipped, folder, Compiler);

    private static string ShippedPack => Path.Combine(AppContext.BaseDirectory, "rules");

    private static string Compiler => Path.Combine(AppContext.BaseDirectory, "crossgen");

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
