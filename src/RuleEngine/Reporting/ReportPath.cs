namespace RuleEngine.Reporting;

/// <summary>Paths as services want them: relative to the folder of the run, with <c>/</c>.</summary>
internal static class ReportPath
{
    /// <summary>The path without a leading <c>./</c>; one that is rooted, relative to the folder of the run.</summary>
    public static string Relative(string path, ReportOptions options)
    {
        var relative = options.Folder is { } folder && Path.IsPathRooted(path) ? Path.GetRelativePath(folder, path).Replace('\\', '/') : path;
        return relative.StartsWith("./", StringComparison.Ordinal) ? relative[2..] : relative;
    }

    /// <summary>The same as a relative reference of RFC 3986.</summary>
    public static string Uri(string path, ReportOptions options)
    {
        var segments = Relative(path, options).Split('/');
        var uri = string.Join('/', segments.Select(System.Uri.EscapeDataString));
        return uri.StartsWith('/') ? "file://" + uri : uri;
    }
}
