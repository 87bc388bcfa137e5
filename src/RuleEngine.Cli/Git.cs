using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace RuleEngine.Cli;

/// <summary>What git knows. Where there is no git, or no repository, it knows nothing.</summary>
internal static class Git
{
    /// <summary>What git ignores below the folder: relative paths with <c>/</c>, a folder's with one at its end.</summary>
    public static HashSet<string> Ignored(string folder)
    {
        var ignored = new HashSet<string>(StringComparer.Ordinal);
        var listed = Run(folder, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z");
        foreach (var path in (listed ?? "").Split('\0', StringSplitOptions.RemoveEmptyEntries))
            ignored.Add(path);
        return ignored;
    }

    /// <summary>What git prints; null where it cannot be run or fails.</summary>
    private static string? Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
