using RuleEngine.Model.Faults;

namespace RuleEngine.Model.Rules;

/// <summary>A principle of a pack, and the rule that decides it.</summary>
/// <param name="Id">Two or more capitals and a digit, from the script's file name: <c>FA2</c>.</param>
/// <param name="Set">The set it belongs to, from the script's folder: <c>five-always</c>.</param>
/// <param name="Name">What the script's file name says after the id.</param>
/// <param name="Path">The script.</param>
/// <param name="Rule">The form that the script returned; null where it could not be had.</param>
/// <param name="Fault">Why there is no rule; null where there is one.</param>
public sealed record Principle(string Id, string Set, string Name, string Path, Rule? Rule, Fault? Fault)
{
    /// <summary>The rule's title; where there is no rule, the name in words.</summary>
    public string Title => Rule?.Title ?? Name.Replace('-', ' ');
}
