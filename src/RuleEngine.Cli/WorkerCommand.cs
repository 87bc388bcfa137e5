using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using RuleEngine.Engine.Isolation;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary><c>ruleengine run-rules</c>, which <c>--isolate</c> starts. Users have no need of it.</summary>
internal static class WorkerCommand
{
    private const string Name = "run-rules";

    public static Command Make(Terminal terminal)
    {
        var parent = new Argument<int>("PARENT") { Description = "The process for which." };
        var cache = new Argument<string?>("CACHE") { Description = "The folder of compiled rules.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command(Name, "Runs rules for another process.") { parent, cache };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            new Thread(() => EndWith(parsed.GetValue(parent))) { IsBackground = true }.Start();
            RuleWorker.Run(terminal.OpenIn(), terminal.Out, CompiledRules.Cache(parsed.GetValue(cache)), withExcerpts => new JsonLine(withExcerpts));
            return ExitCode.Clean;
        });
        return command;
    }

    /// <summary>How this program is started as one that runs rules.</summary>
    /// <param name="cache">The user's cache; null for none.</param>
    public static IReadOnlyList<string> CommandLine(string? cache)
    {
        return [.. ThisProgram, Name, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), .. cache is null ? Array.Empty<string>() : [cache]];
    }

    /// <summary>How this program is started: the program, and its first arguments.</summary>
    public static IReadOnlyList<string> ThisProgram
    {
        get
        {
            var program = typeof(WorkerCommand).Assembly;
            var isThisProgram = Assembly.GetEntryAssembly() == program && Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet";
            return isThisProgram ? [Environment.ProcessPath!] : [Host, "exec", program.Location];
        }
    }

    /// <summary>Ends this process with another, even where a rule hangs.</summary>
    private static void EndWith(int other)
    {
        try
        {
            using var process = Process.GetProcessById(other);
            process.WaitForExit();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended already.
        }

        Environment.Exit(ExitCode.Incomplete);
    }

    /// <summary>The program that starts assemblies, three folders above the runtime in use.</summary>
    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host
        : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
