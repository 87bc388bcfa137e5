namespace RuleEngine.Reporting;

/// <summary>Paths as services want them: relative to the folder of the run, with <c>/</c>.</summary>
internal static class ReportPath
{
    /// <summary>The shortest way from the folder of the run to the file; standard input as it is.</summary>
    public static string Relative(string path, ReportOptions options) =>
        options.Folder is not { } folder || path is "-" or "" ? path
        : Path.GetRelativePath(folder, Path.GetFullPath(path, folder)) is var relative && Path.DirectorySeparatorChar == '\\' ? relative.Replace('\\', '/')
        : relative;

    /// <summary>The same as a relative reference of RFC 3986.</summary>
    public static string Uri(string path, ReportOptions options)
    {
        var segments = Relative(path, options).Split('/');
        var uri = string.Join('/', segments.Select(System.Uri.EscapeDataString));
        return uri.StartsWith('/') ? "file://" + uri : uri;
    }
}
