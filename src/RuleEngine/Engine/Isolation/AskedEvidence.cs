namespace RuleEngine.Engine.Isolation;

/// <summary>What is asked for of each finding beside what every report shows.</summary>
[Flags]
internal enum AskedEvidence : byte
{
    None = 0,

    /// <summary>The lines at its place.</summary>
    Excerpts = 1,

    /// <summary>The hash of what stands there, by which waivers and baselines know it again: to reckon it takes a fifth of what a check does.</summary>
    Content = 2,
}
