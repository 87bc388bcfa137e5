using System.CommandLine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Cli;

/// <summary>The options that say which rule pack is read, and whether compiled rules are kept.</summary>
internal sealed class PackOption
{
    private readonly Option<string?> _folder = new("--rules")
    {
        Description = "The folder of another rule pack than the one shipped with the tool.",
        HelpName = "DIR",
    };

    private readonly Flag _noCache = new("--no-cache")
    {
        Description = $"Neither use nor keep compiled rules in the user's cache ({CompiledRules.Variable} moves it).",
    };

    private readonly Flag _isolate = new("--isolate")
    {
        Description = "Compile and run the rules in a process of their own, with limits of memory and time: for packs that you do not know.",
    };

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_noCache);
        command.Add(_isolate);
    }

    /// <summary>The pack's folder; null for what the configuration says.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_folder);

    public bool NoCache(ParseResult parsed) => _noCache.IsGiven(parsed);

    public bool Isolate(ParseResult parsed) => _isolate.IsGiven(parsed);

    /// <summary>The pack that was asked for.</summary>
    /// <exception cref="UsageException">The configuration, which may name the pack, is faulty.</exception>
    public RulePack Read(ParseResult parsed, Terminal terminal) => CompiledRules.ReadPack(Folder(parsed), Settings(terminal, Folder(parsed) is null), NoCache(parsed), Isolate(parsed), terminal);

    /// <summary>The same, for what comes of its verdicts: it must be the pack that the configuration pins.</summary>
    /// <exception cref="UsageException">The configuration is faulty, or pins another pack.</exception>
    public RulePack ReadPinned(ParseResult parsed, Terminal terminal)
    {
        var settings = Settings(terminal, true);
        var pack = CompiledRules.ReadPack(Folder(parsed), settings, NoCache(parsed), Isolate(parsed), terminal);
        return SettingsReview.OtherPack(settings, pack) is { } fault ? throw Refused(fault) : pack;
    }

    private static EffectiveSettings Settings(Terminal terminal, bool mustBeRight)
    {
        var reader = new SettingsReader(terminal.Folder);
        var settings = reader.For(terminal.Folder);
        return reader.Faults is [var fault, ..] && mustBeRight ? throw Refused(fault) : settings;
    }

    private static UsageException Refused(Fault fault) => new($"{fault.Position}: {fault.Kind.Id} {fault.Message}");
}
