using System.CommandLine;
using System.Globalization;
using System.Text;
using RuleEngine.Authoring.Packing;
using RuleEngine.Reporting;
using RuleEngine.Scripting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine pack</c>: locks a rule pack, holds it against its lock, makes a package of it.</summary>
internal static class PackCommand
{
    public static Command Make(Terminal terminal) => new("pack", "Locks a rule pack, holds it against its lock, or makes a NuGet package of it.")
    {
        Of("lock", "Writes pack.lock.json: the hash of each file of the pack, and of the whole.", "DIR", source => Lock(source, terminal), terminal),
        Of("verify", "Says whether a pack is as its lock says. Exit 2 when it is not, or when that cannot be told.", "PACK", source => Verify(source, terminal), terminal),
        Of("release", "Lists in releases.md, below the pack's version, the findings that no release lists.", "DIR", source => Release(source, terminal), terminal),
        Build(terminal),
    };

    private static Command Of(string name, string description, string argument, Func<PackSource, int> run, Terminal terminal)
    {
        var pack = Pack(argument);
        var command = new Command(name, description) { pack };
        MisspeltOptions.Refuse(pack, command, terminal);
        command.SetAction(parsed => run(Source(parsed.GetValue(pack), terminal)));
        return command;
    }

    private static Command Build(Terminal terminal)
    {
        var pack = Pack("DIR");
        var output = new Option<string>("--output", "-o") { Description = "The package to write.", HelpName = "FILE.nupkg", Required = true };
        var command = new Command("build", "Makes a NuGet package of a pack that is as its lock says; the same pack gives the same bytes.") { pack, output };
        MisspeltOptions.Refuse(pack, command, terminal);
        command.SetAction(parsed => Build(Source(parsed.GetValue(pack), terminal), parsed.GetValue(output)!, terminal));
        return command;
    }

    private static Argument<string?> Pack(string name) => new(name)
    {
        Description = $"The pack: a folder{(name == "PACK" ? " or a .nupkg" : "")}; the configuration's, or ./rules, when not given.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static PackSource Source(string? given, Terminal terminal)
    {
        var location = PackOption.OwnFolder(given, terminal);
        return new PackSource(location, Path.GetRelativePath(terminal.Folder, location).Replace('\\', '/'));
    }

    private static int Release(PackSource source, Terminal terminal)
    {
        var pack = PackReader.Read([source], CompiledRules.Cache(null));
        foreach (var fault in pack.Faults)
            terminal.Complain(fault);
        if (pack.Faults.Count > 0)
            return ExitCode.Incomplete;
        if (pack.Version == "")
            throw new UsageException($"{source.ShownAs} has no pack.json, which says the version that is released.");
        var file = Path.Combine(source.Location, Releases.FileName);
        var releases = Releases.With(File.Exists(file) ? File.ReadAllText(file) : null, pack);
        foreach (var contradiction in releases.Contradictions)
            terminal.Complain($"{source.ShownAs}/{Releases.FileName}: {contradiction}");
        if (releases.Contradictions.Count > 0)
            return ExitCode.Incomplete;
        if (releases.Added.Count > 0)
            File.WriteAllText(file, releases.Text);
        Say(terminal, releases.Added.Count == 0 ? $"{source.ShownAs}/{Releases.FileName} lists every finding already."
            : $"{source.ShownAs}/{Releases.FileName} lists {string.Join(", ", releases.Added)} in release {pack.Version}.");
        return ExitCode.Clean;
    }

    private static int Lock(PackSource source, Terminal terminal)
    {
        if (File.Exists(source.Location))
            throw new UsageException($"{source.ShownAs} is a file: a pack is locked in its folder.");
        var pack = LockedPack.Read(source);
        if (Complain(pack, terminal))
            return ExitCode.Incomplete;
        File.WriteAllText(Path.Combine(source.Location, LockedPack.FileName), pack.LockText());
        Say(terminal, $"{source.ShownAs}/{LockedPack.FileName} is written: {pack.Title}, {Files(pack)}, sha256 {pack.Hash}.");
        return ExitCode.Clean;
    }

    private static int Verify(PackSource source, Terminal terminal)
    {
        var pack = LockedPack.Verify(source);
        if (Complain(pack, terminal))
            return ExitCode.Incomplete;
        Say(terminal, $"{source.ShownAs} is as locked: {pack.Title}, {Files(pack)}, sha256 {pack.Hash}.");
        return ExitCode.Clean;
    }

    private static int Build(PackSource source, string output, Terminal terminal)
    {
        var pack = LockedPack.Verify(source);
        if (Complain(pack, terminal))
            return ExitCode.Incomplete;
        var file = Path.GetFullPath(output, terminal.Folder);
        if (!file.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"{output}: a package's name ends in .nupkg.");
        ReportOutput.RequireFile(file);
        using var package = new MemoryStream();
        try
        {
            PackPackage.Write(pack, source.Location, package);
        }
        catch (InvalidDataException exception)
        {
            throw new UsageException($"{source.ShownAs}: {exception.Message}");
        }

        ReportOutput.WriteFile(file, stream => stream.Write(package.ToArray()));
        if (LockedPack.Verify(new PackSource(file, output)) is { Faults: [var fault, ..] })
        {
            File.Delete(file);
            throw new UsageException($"{source.ShownAs} can be no package: {fault.Path} {fault.Message} Its files need plainer names.");
        }

        Say(terminal, $"{output} is written: {pack.Title}, {Files(pack)}, sha256 {pack.Hash}. `\"extends\": \"{output.Replace('\\', '/')}\"` in a configuration uses it.");
        return ExitCode.Clean;
    }

    private static string Files(LockedPack pack) => string.Create(CultureInfo.InvariantCulture, $"{pack.Count} file{(pack.Count == 1 ? "" : "s")}");

    private static bool Complain(LockedPack pack, Terminal terminal)
    {
        foreach (var fault in pack.Faults)
            terminal.Complain(fault);
        return pack.Faults.Count > 0;
    }

    private static void Say(Terminal terminal, string text) => terminal.Out.Write(Encoding.UTF8.GetBytes(Printable.Text(text) + "\n"));
}
