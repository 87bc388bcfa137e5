namespace RuleEngine.Engine.Batch;

/// <summary>A file of a batch, or standard input.</summary>
/// <param name="Path">What reports call it.</param>
/// <param name="File">The full path; <c>-</c> for standard input.</param>
/// <param name="IsNamed">Whether the user named it: then all its records are proposals, whatever they hold.</param>
/// <param name="HasLines">Whether each line is a record; else the whole is one.</param>
/// <param name="IsCompressed">Whether its name says that it is compressed, so that it is never cut.</param>
/// <param name="Size">Its bytes, as far as the file system tells; 0 where it does not.</param>
/// <param name="Open">Opens it.</param>
public sealed record BatchSource(string Path, string File, bool IsNamed, bool HasLines, bool IsCompressed, long Size, Func<Stream> Open)
{
    /// <summary>The first byte of which lines are read.</summary>
    public long From { get; init; }

    /// <summary>Lines that start here or further on are not read.</summary>
    public long To { get; init; } = long.MaxValue;

    /// <summary>Whether only a part of it is read, or was read where this part begins.</summary>
    public bool IsCut => From > 0 || To < Size;
}
