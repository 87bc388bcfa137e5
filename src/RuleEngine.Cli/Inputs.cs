using RuleEngine.Engine.Settings;
using RuleEngine.Model.Settings;

namespace RuleEngine.Cli;

/// <summary>A file to check.</summary>
/// <param name="Path">What reports call it: as it was given, with <c>/</c>; <c>-</c> for standard input.</param>
/// <param name="File">The full path.</param>
/// <param name="IsNamed">Whether the user named it: then it is a proposal, whatever it holds.</param>
/// <param name="Content">What is checked in place of the file's content: what is staged of it; null for the file's own.</param>
internal sealed record Input(string Path, string File, bool IsNamed, byte[]? Content = null);

/// <summary>Finds the files that paths, folders and globs mean.</summary>
/// <param name="folder">The working folder.</param>
/// <param name="excluded">Globs of files to leave out, relative to it.</param>
/// <param name="settings">The settings of the run.</param>
/// <param name="endings">How the names of files end that are taken of folders and globs.</param>
internal sealed class Inputs(string folder, IReadOnlyList<string> excluded, EffectiveSettings settings, params IReadOnlyList<string> endings)
{
    private readonly Globs? _excluded = excluded.Count == 0 ? null : Of(excluded, folder);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    private static Globs Of(IReadOnlyList<string> excluded, string folder) => new([.. excluded.Select(Shown)], folder);

    /// <summary>The files in the order of the arguments; within a folder or glob in ordinal order. One met twice comes once.</summary>
    /// <exception cref="UsageException">A glob matches nothing, or uses what globs do not know.</exception>
    public List<Input> Find(IReadOnlyList<string> arguments)
    {
        var found = new List<Input>();
        foreach (var argument in arguments)
        {
            if (argument == "")
                throw new UsageException("A path is empty.");
            var full = Path.GetFullPath(argument, folder);
            if (argument == "-")
                Add(found, new Input("-", "-", true));
            else if (Directory.Exists(full))
                AddFolder(found, argument, full);
            else if (argument.Contains('*') && !File.Exists(full))
                AddGlob(found, argument);
            else
                Add(found, new Input(Shown(argument), full, true));
        }

        return found;
    }

    /// <summary>The files that a folder would give, of those that are named, and of folders: for hooks, which name whatever has changed.</summary>
    public List<Input> Among(IReadOnlyList<string> paths)
    {
        var found = new List<Input>();
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, folder);
            if (Directory.Exists(full))
                AddFolder(found, path, full);
            else if (IsCandidate(path))
                AddFound(found, Shown(path), full);
        }

        return found;
    }

    /// <summary>The files that a folder would give, of those that are staged in git's index, with their staged content.</summary>
    /// <param name="paths">Which of them: files and folders; empty for all.</param>
    /// <exception cref="UsageException">There is no git, or no repository.</exception>
    public List<Input> Staged(IReadOnlyList<string> paths)
    {
        var found = new List<Input>();
        foreach (var (file, content) in Git.Staged(folder, paths, IsCandidate))
            AddFound(found, Shown(Path.GetRelativePath(folder, file)), file, content);
        return found;
    }

    private void AddFolder(List<Input> found, string argument, string full)
    {
        var prefix = Shown(argument).TrimEnd('/');
        prefix = prefix == "." ? "" : argument.StartsWith('/') && prefix == "" ? "/" : prefix + "/";
        foreach (var relative in FolderWalk.Files(full).Where(IsCandidate))
            AddFound(found, prefix + relative, Path.Combine(full, relative));
    }

    private void AddGlob(List<Input> found, string argument)
    {
        var pattern = Shown(argument);
        var cut = pattern.LastIndexOf('/', pattern.IndexOf('*')) + 1;
        var root = Path.GetFullPath(cut == 0 ? "." : pattern[..cut], folder);
        var globs = new Globs([pattern[cut..]], root);
        var files = Directory.Exists(root) ? FolderWalk.Files(root).Where(file => IsCandidate(file) && globs.Match(Path.Combine(root, file))) : [];
        foreach (var relative in files)
            AddFound(found, pattern[..cut] + relative, Path.Combine(root, relative));
    }

    private bool IsCandidate(string relative) => HasEnding(relative) && Path.GetFileName(relative) != Configuration.FileName;

    private bool HasEnding(string relative)
    {
        foreach (var ending in endings)
        {
            if (relative.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private void AddFound(List<Input> found, string shown, string full, byte[]? content = null)
    {
        if ((_excluded is null || !_excluded.Match(full)) && settings.Includes(full))
            Add(found, new Input(shown, full, false, content));
    }

    private void Add(List<Input> found, Input input)
    {
        if (_met.Add(input.File))
            found.Add(input);
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
