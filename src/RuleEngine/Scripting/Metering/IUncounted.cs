namespace RuleEngine.Scripting.Metering;

/// <summary>A sequence whose members are charged when somebody goes through it, so that it has no length of its own.</summary>
internal interface IUncounted;
