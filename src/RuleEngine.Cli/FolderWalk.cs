namespace RuleEngine.Cli;

/// <summary>The files below a folder, dot-folders and what git ignores left out.</summary>
internal static class FolderWalk
{
    /// <summary>Relative paths with <c>/</c>, in ordinal order.</summary>
    public static List<string> Files(string folder)
    {
        var files = new List<string>();
        Walk(folder, "", Git.Ignored(folder), files);
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Walk(string folder, string prefix, HashSet<string> ignored, List<string> files)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            var relative = prefix + entry.Name;
            if (entry is not DirectoryInfo below)
            {
                if (!ignored.Contains(relative))
                    files.Add(relative);
            }
            else if (!entry.Name.StartsWith('.') && entry.LinkTarget is null && !ignored.Contains(relative + "/"))
            {
                if (Path.Exists(Path.Combine(below.FullName, ".git")))
                    files.AddRange(Files(below.FullName).Select(file => relative + "/" + file));
                else
                    Walk(below.FullName, relative + "/", ignored, files);
            }
        }
    }
}
