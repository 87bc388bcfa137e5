using Microsoft.Extensions.FileSystemGlobbing;

namespace RuleEngine.Engine.Settings;

/// <summary>Globs relative to a folder: <c>*</c> within a name, <c>**</c> for any folders. Case counts.</summary>
/// <param name="patterns">The globs, with <c>/</c>; a file matches them when it matches one.</param>
/// <param name="folder">The full path of the folder.</param>
public sealed class Globs(IReadOnlyList<string> patterns, string folder)
{
    private readonly string[] _patterns = [.. patterns.Select(pattern => pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern)];
    private Matcher? _matcher;

    /// <summary>Whether the file, by its full path, is meant; no file outside the folder is.</summary>
    public bool Match(string file)
    {
        var relative = Path.GetRelativePath(folder, file).Replace('\\', '/');
        if (relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative))
            return false;
        return Array.IndexOf(_patterns, relative) >= 0 || (!Array.TrueForAll(_patterns, IsPlain) && Matcher.Match(relative).HasMatches);
    }

    /// <summary>A glob that means the path: what globs do not know as such is any character.</summary>
    public static string Escaped(string path)
    {
        var glob = string.Concat(path.Select((letter, at) => "?[]{}\\*\u2028\u2029".Contains(letter) || char.IsControl(letter) || (at == 0 && letter == '!') ? '*' : letter));
        while (glob.Contains("**"))
            glob = glob.Replace("**", "*");
        return glob;
    }

    /// <summary>Whether they mean one file and no other.</summary>
    public bool IsOneFile => _patterns is [var only] && IsPlain(only);

    /// <summary>Whether any file is there that they mean; what is hidden and what links lead to is not looked at.</summary>
    public bool MeanAnything() =>
        IsOneFile ? File.Exists(Path.Combine(folder, _patterns[0])) : Directory.EnumerateFiles(folder, "*", Below).Any(Match);

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = true,
    };

    private Matcher Matcher
    {
        get
        {
            if (_matcher is null)
            {
                _matcher = new Matcher(StringComparison.Ordinal);
                _matcher.AddIncludePatterns(_patterns);
            }

            return _matcher;
        }
    }

    /// <summary>Whether the pattern is the path of one file.</summary>
    private static bool IsPlain(string pattern) => !pattern.Contains('*') && !pattern.EndsWith('/');
}
