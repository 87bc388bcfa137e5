namespace RuleEngine.Cli;

/// <summary>The user asked for what cannot be done. The message says what, and what to do instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
