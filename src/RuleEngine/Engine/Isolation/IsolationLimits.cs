namespace RuleEngine.Engine.Isolation;

/// <summary>What the process that runs the rules may take.</summary>
/// <param name="Memory">In bytes: of objects, which the runtime of that process sees to, and beyond that of the process as a whole.</param>
/// <param name="Loading">How long scripts may take to load, or one of them to compile.</param>
/// <param name="Checking">How long a proposal may take, or one rule on it.</param>
public sealed record IsolationLimits(long Memory, TimeSpan Loading, TimeSpan Checking)
{
    /// <summary>1 GiB, a minute, ten seconds: far above what budgets let rules take.</summary>
    public static IsolationLimits Default { get; } = new(1L << 30, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10));
}
