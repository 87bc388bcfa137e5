namespace RuleEngine.Engine.Isolation;

/// <summary>The process that runs the rules is gone, or had to be ended.</summary>
/// <param name="reason">Why, as the end of a sentence.</param>
internal sealed class WorkerLostException(string reason) : Exception(reason);
