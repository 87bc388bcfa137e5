namespace RuleEngine.Scripting;

/// <summary>
/// FNV-1a with 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv): tells damage and names entries. It stops no forger, and needs no
/// library of the system's, which a warm start would have to load.
/// </summary>
internal static class Checksum
{
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var sum = 14695981039346656037UL;
        foreach (var each in bytes)
            sum = (sum ^ each) * 1099511628211UL;
        return sum;
    }
}
