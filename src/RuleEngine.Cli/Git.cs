using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace RuleEngine.Cli;

/// <summary>What git knows.</summary>
internal static class Git
{
    /// <summary>What git ignores below the folder: relative paths with <c>/</c>, a folder's with one at its end. None where there is no git, or no repository.</summary>
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

    /// <summary>The full path of the repository's pre-commit hook, which may not be there: where <c>core.hooksPath</c> says, else beside the index.</summary>
    /// <exception cref="UsageException">There is no git, or no repository.</exception>
    public static string HookPath(string folder) =>
        Path.GetFullPath(Encoding.UTF8.GetString(Asked(folder, [], "rev-parse", "--git-path", "hooks/pre-commit")).TrimEnd('\n'), folder);

    /// <summary>
    /// The files that differ between the index and the last commit, by full path, with what is staged of them. What is deleted, links and
    /// submodules are left out; a renamed file has its new name.
    /// </summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="paths">Which files; empty for all of the repository.</param>
    /// <param name="isWanted">Which of those, by path from the top.</param>
    /// <exception cref="UsageException">There is no git, or no repository.</exception>
    public static List<(string File, byte[] Content)> Staged(string folder, IReadOnlyList<string> paths, Predicate<string> isWanted)
    {
        var top = Encoding.UTF8.GetString(Asked(folder, [], "rev-parse", "--show-toplevel")).TrimEnd('\n');
        var listed = Encoding.UTF8.GetString(Asked(folder, [], ["diff", "--cached", "--raw", "-z", "--no-relative", "--no-renames", "--no-abbrev", "--diff-filter=d", "--", .. paths])).Split('\0');
        var staged = new List<(string Path, string Blob)>();
        for (var at = 0; at + 1 < listed.Length; at += 2)
        {
            // :old mode, mode, old blob, blob, status; then the path.
            if (listed[at].Split(' ') is [_, ['1', '0', '0', ..], _, var blob, _] && isWanted(listed[at + 1]))
                staged.Add((listed[at + 1], blob));
        }

        var contents = Asked(folder, Encoding.ASCII.GetBytes(string.Concat(staged.Select(each => each.Blob + "\n"))), "cat-file", "--batch");
        var start = 0;
        return staged.ConvertAll(each => (Path.Combine(top, each.Path), Next(contents, ref start)));
    }

    /// <summary>The next object of a batch: a line that ends with its size, its bytes, and a line end.</summary>
    private static byte[] Next(byte[] contents, ref int start)
    {
        var end = Array.IndexOf(contents, (byte)'\n', start);
        var size = int.Parse(Encoding.ASCII.GetString(contents, start, end - start).Split(' ')[^1], CultureInfo.InvariantCulture);
        start = end + 1 + size + 1;
        return contents[(end + 1)..(end + 1 + size)];
    }

    private static byte[] Asked(string folder, byte[] input, params string[] arguments)
    {
        var (output, error) = Run(folder, input, arguments) ?? throw new UsageException("There is no git on this machine.");
        return error is null ? output : throw new UsageException($"git says: {error.Split('\n')[0]}");
    }

    private static (byte[] Output, string? Error)? Run(string folder, params string[] arguments) => Run(folder, [], arguments);

    /// <summary>What git prints, and what it says where it fails, null otherwise; null where there is no git.</summary>
    private static (byte[] Output, string? Error)? Run(string folder, byte[] input, string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var asking = Task.Run(() =>
            {
                process.StandardInput.BaseStream.Write(input);
                process.StandardInput.Close();
            });
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            asking.GetAwaiter().GetResult();
            process.WaitForExit();
            return (output.ToArray(), process.ExitCode == 0 ? null : error.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
