namespace RuleEngine.Scripting;

/// <summary>Where a rule pack is.</summary>
/// <param name="Location">The full path of its folder, or of a NuGet package (<c>.nupkg</c>) that holds it.</param>
/// <param name="ShownAs">How reports name it: as it was given, with <c>/</c>.</param>
public sealed record PackSource(string Location, string ShownAs)
{
    /// <summary>Whether a path is that of a pack that says so: a folder with <c>pack.json</c>, or a name that ends in <c>.nupkg</c>.</summary>
    public static bool IsPack(string path) => PackArchive.IsOne(path) || File.Exists(Path.Combine(path, PackFiles.ManifestFile));
}
