using System.CommandLine;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary>The option that names another rule pack than the one shipped with the tool.</summary>
internal sealed class PackOption : Option<string?>
{
    public PackOption() : base("--rules")
    {
        Description = "The folder of another rule pack than the one shipped with the tool.";
        HelpName = "DIR";
    }

    /// <summary>The pack that was asked for.</summary>
    public RulePack Read(ParseResult parsed, Terminal terminal) => parsed.GetValue(this) is { } folder
        ? PackReader.Read(Path.Combine(terminal.Folder, folder), folder.Replace('\\', '/').TrimEnd('/') is "" ? "/" : folder.Replace('\\', '/').TrimEnd('/'))
        : PackReader.Read(Path.Combine(AppContext.BaseDirectory, "rules"), "rules");
}
