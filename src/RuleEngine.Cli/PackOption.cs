using System.CommandLine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model;
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

    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Ask about the principles of this set only (repeatable). A set is a folder of the rule pack: `ruleengine rules` lists them.",
        HelpName = "SET",
    };

    /// <summary>Adds the options, that of the sets where proposals or principles are asked about.</summary>
    public void AddTo(Command command, bool withSets = false)
    {
        if (withSets)
            command.Add(_sets);
        command.Add(_folder);
        command.Add(_noCache);
        command.Add(_isolate);
    }

    /// <summary>The pack's folder; null for what the configuration says.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(_folder);

    /// <summary>The sets that are asked about; none for all.</summary>
    public string[] Sets(ParseResult parsed) => parsed.GetValue(_sets) ?? [];

    /// <summary>The pack, asked about these sets only.</summary>
    /// <exception cref="UsageException">The pack has no such set.</exception>
    public static RulePack Limited(RulePack pack, IReadOnlyList<string> sets)
    {
        // Of a pack that could not be read, its faults say more.
        if (pack.Principles.Count > 0 && sets.FirstOrDefault(set => !pack.SetNames.Contains(set)) is { } unknown)
            throw new UsageException($"The rule pack has no set \"{Spelling.Cut(unknown)}\". {Spelling.Suggestion(unknown, pack.SetNames)}");
        return pack.LimitedTo(sets);
    }

    public bool NoCache(ParseResult parsed) => _noCache.IsGiven(parsed);

    public bool Isolate(ParseResult parsed) => _isolate.IsGiven(parsed);

    /// <summary>The pack that was asked for.</summary>
    /// <exception cref="UsageException">The configuration, which may name the pack, is faulty.</exception>
    public RulePack Read(ParseResult parsed, Terminal terminal) =>
        Limited(CompiledRules.ReadPack(Folder(parsed), Settings(terminal, Folder(parsed) is null), NoCache(parsed), Isolate(parsed), terminal), Sets(parsed));

    /// <summary>The same, for what comes of its verdicts: it must be the pack that the configuration pins.</summary>
    /// <exception cref="UsageException">The configuration is faulty, or pins another pack.</exception>
    public RulePack ReadPinned(ParseResult parsed, Terminal terminal)
    {
        var settings = Settings(terminal, true);
        var pack = Limited(CompiledRules.ReadPack(Folder(parsed), settings, NoCache(parsed), Isolate(parsed), terminal), Sets(parsed));
        return SettingsReview.OtherPack(settings, pack) is { } fault ? throw Refused(fault) : pack;
    }

    /// <summary>The full path of the folder of the user's own pack: as given, what the configuration says, or <c>rules</c>.</summary>
    /// <exception cref="UsageException">The configuration, which may name the pack, is faulty.</exception>
    public static string OwnFolder(string? given, Terminal terminal) =>
        Path.GetFullPath(given ?? Settings(terminal, true).Rules ?? "rules", terminal.Folder);

    private static EffectiveSettings Settings(Terminal terminal, bool mustBeRight)
    {
        var reader = new SettingsReader(terminal.Folder);
        var settings = reader.For(terminal.Folder);
        return reader.Faults is [var fault, ..] && mustBeRight ? throw Refused(fault) : settings;
    }

    private static UsageException Refused(Fault fault) => new($"{fault.Position}: {fault.Kind.Id} {fault.Message}");
}
