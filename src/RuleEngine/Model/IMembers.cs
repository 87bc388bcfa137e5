namespace RuleEngine.Model;

/// <summary>A list of the model, whatever its members are.</summary>
internal interface IMembers
{
    /// <summary>How many members it has.</summary>
    int Count { get; }
}
