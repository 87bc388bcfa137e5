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
        var listed = Run(folder, "ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z") is (var output, null) ? Encoding.UTF8.GetString(output) : "";
        foreach (var path in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            ignored.Add(path);
        return ignored;
    }

    /// <summary>The content of a file in a revision.</summary>
    /// <param name="folder">Where git is asked.</param>
    /// <param name="revision">The revision and the path, as in <c>HEAD:a.json</c>.</param>
    /// <exception cref="UsageException">There is no git, no such revision, or no such file in it.</exception>
    public static byte[] Show(string folder, string revision)
    {
        var (output, error) = Run(folder, "cat-file", "blob", revision) ?? throw new UsageException($"{revision}: there is no such file, and no git to ask for a revision.");
        return error is null ? output : throw new UsageException($"{revision}: there is no such file, and git says: {error.Split('\n')[0]} (A path from here, not from the top, starts with ./, as in HEAD:./a.json.)");
    }

    /// <summary>What git prints, and what it says where it fails, null otherwise; null where there is no git.</summary>
    private static (byte[] Output, string? Error)? Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return (output.ToArray(), process.ExitCode == 0 ? null : error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
