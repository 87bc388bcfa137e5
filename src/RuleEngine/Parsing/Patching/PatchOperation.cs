namespace RuleEngine.Parsing.Patching;

/// <summary>What an operation of a JSON Patch does.</summary>
public enum PatchKind
{
    /// <summary>States a property that was absent, or adds a member to the end of a list.</summary>
    Add,

    /// <summary>Takes away what stands there.</summary>
    Remove,

    /// <summary>Puts another value there.</summary>
    Replace,
}

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Pointer">Where, as a JSON Pointer (RFC 6901); a new member of a list is <c>/-</c>.</param>
/// <param name="Value">What stands there afterwards, as JSON; null where nothing does.</param>
public sealed record PatchOperation(PatchKind Kind, string Pointer, string? Value);
