using System.CommandLine;
using System.Text;
using RuleEngine.Engine;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine hook</c>: a plain git hook, for those who use no framework.</summary>
internal static class HookCommand
{
    /// <summary>The line by which a hook is known as one of ours.</summary>
    private const string Mark = "# Written by `ruleengine hook install`; `ruleengine hook uninstall` removes it.";

    public static Command Make(Terminal terminal)
    {
        var force = new Flag("--force") { Description = "Write over a hook that is there." };
        var install = new Command("install", "Writes the repository's pre-commit hook: what is staged is checked before each commit.") { force };
        install.SetAction(parsed => Install(force.IsGiven(parsed), terminal));
        var uninstall = new Command("uninstall", "Removes the hook, if it is the one that install wrote.");
        uninstall.SetAction(_ => Uninstall(terminal));
        return new Command("hook", "Installs or removes a git hook that checks what is staged.") { install, uninstall };
    }

    /// <exception cref="UsageException">There is no repository, or another hook is there.</exception>
    private static int Install(bool force, Terminal terminal)
    {
        var path = Git.HookPath(terminal.Folder);
        if (File.Exists(path) && !IsOurs(path) && !force)
            throw new UsageException($"{Shown(path, terminal)} is there and was not written by ruleengine. Add `{Command()} check --staged` to it, or write over it with --force.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n{Mark}\nexec {Command()} check --staged\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Say($"{Shown(path, terminal)} checks what is staged before each commit; `git commit --no-verify` passes it by.\n", terminal);
        return ExitCode.Clean;
    }

    /// <exception cref="UsageException">There is no repository, or the hook is not ours.</exception>
    private static int Uninstall(Terminal terminal)
    {
        var path = Git.HookPath(terminal.Folder);
        var isThere = File.Exists(path);
        if (isThere && !IsOurs(path))
            throw new UsageException($"{Shown(path, terminal)} was not written by ruleengine, and stays.");
        if (isThere)
            File.Delete(path);
        Say(isThere ? $"{Shown(path, terminal)} is removed.\n" : $"There is no {Shown(path, terminal)}.\n", terminal);
        return ExitCode.Clean;
    }

    private static bool IsOurs(string path) => File.ReadLines(path).Contains(Mark);

    /// <summary>This program, as a shell calls it: a .NET tool by the name that stays when it is updated.</summary>
    private static string Command()
    {
        var program = Environment.ProcessPath!;
        var store = program.IndexOf($"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        if (store > 0 && Path.Combine(program[..store], Tool.Name + (OperatingSystem.IsWindows() ? ".exe" : "")) is var tool && File.Exists(tool))
            return Quoted(tool);
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return isHost ? $"{Quoted(program)} {Quoted(Path.Combine(AppContext.BaseDirectory, "RuleEngine.Cli.dll"))}" : Quoted(program);
    }

    private static string Quoted(string path) => $"'{path.Replace('\\', '/').Replace("'", @"'\''")}'";

    private static string Shown(string path, Terminal terminal) => Path.GetRelativePath(terminal.Folder, path).Replace('\\', '/');

    private static void Say(string text, Terminal terminal) => terminal.Out.Write(Encoding.UTF8.GetBytes(text));
}
