using System.Diagnostics;

namespace RuleEngine.Tests.Cli;

/// <summary>Programs that are run as a user runs them.</summary>
internal static class ChildProcess
{
    public static Ran Run(string program, string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        Finish(Start(program, folder, environment, arguments));

    public static Process Start(string program, string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static Ran Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        using (process)
            return new Ran(process.ExitCode, output, error.Result);
    }
}
