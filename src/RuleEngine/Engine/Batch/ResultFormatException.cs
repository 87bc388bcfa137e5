namespace RuleEngine.Engine.Batch;

/// <summary>A file does not hold what a batch writes. The message says which file, which line, and what is wrong.</summary>
public sealed class ResultFormatException(string message) : Exception(message);
