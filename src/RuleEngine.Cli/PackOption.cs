using System.CommandLine;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>The options that say which rule pack is read, and whether compiled rules are kept.</summary>
internal sealed class PackOption
{
    private readonly Option<string?> _folder = new("--rules")
    {
        Description = "The folder of another rule pack than the one shipped with the tool.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = $"Neither use nor keep compiled rules in the user's cache ({CompiledRules.Variable} moves it).",
    };

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_noCache);
    }

    public static RulePack ReadShipped(ScriptCache cache) => PackReader.Read(Path.Combine(AppContext.BaseDirectory, "rules"), "rules", cache);

    /// <summary>The pack that was asked for.</summary>
    public RulePack Read(ParseResult parsed, Terminal terminal)
    {
        var cache = parsed.GetValue(_noCache) ? CompiledRules.ShippedOnly : CompiledRules.Cache(terminal.Folder);
        if (parsed.GetValue(_folder) is not { } folder)
            return ReadShipped(cache);
        var shownAs = folder.Replace('\\', '/').TrimEnd('/');
        return PackReader.Read(Path.Combine(terminal.Folder, folder), shownAs == "" ? "/" : shownAs, cache);
    }
}
