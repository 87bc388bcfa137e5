namespace RuleEngine.Model.Faults;

/// <summary>A kind of fault: <c>IN</c> input, <c>CF</c> configuration, <c>RP</c> rules and scripts. Ids are never used again.</summary>
/// <param name="Id">Two letters and three digits.</param>
/// <param name="Title">What it is.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record FaultKind(string Id, string Title, string Remedy)
{
    /// <summary>Every kind, by id.</summary>
    public static IReadOnlyList<FaultKind> All => [.. ConfigurationFaults.All, .. InputFaults.All, .. RuleFaults.All];
}
