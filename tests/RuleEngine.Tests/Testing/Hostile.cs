namespace RuleEngine.Tests.Testing;

/// <summary>Scripts that try what a script can.</summary>
public static class Hostile
{
    /// <summary>A script whose one check does what is given, and then supports with all that it said by <c>Say</c>.</summary>
    /// <param name="statements">What the check does with <c>arrangement</c>.</param>
    /// <param name="members">What stands in the script beside the check; lines that start with <c>using</c> and <c>#</c> come first.</param>
    public static string Script(string statements, string members = "")
    {
        var first = members.StartsWith("using", StringComparison.Ordinal) || members.StartsWith('#') ? members[..(members.IndexOfAny([';', '\n']) is var end and > 0 ? end + 1 : members.Length)] : "";
        return $$"""
            {{first}}
            {{members[first.Length..]}}
            return new Rule
            {
                Title = "Invented", Source = "Nowhere", Why = "To try the engine.", Findings = [Said], Checks = [Look], Examples = [],
            };
            FindingKind Said => Support("IV180", "said");
            IEnumerable<Finding> Look(Arrangement arrangement)
            {
                var said = new List<string>();
                void Say(object? what) => said.Add($"{what}");
            {{statements}}
                return [arrangement.Report(Said, string.Join(" ", said))];
            }
            """;
    }
}
