using RuleEngine.Engine;
using RuleEngine.Model.Faults;

namespace RuleEngine.Authoring;

/// <summary>What came of testing the rules of a pack.</summary>
/// <param name="Tests">The rules that could be loaded.</param>
/// <param name="Faults">What is wrong with the pack beside them.</param>
/// <param name="Tool">What tested them.</param>
public sealed record RuleTestReport(IReadOnlyList<RuleTest> Tests, IReadOnlyList<Fault> Faults, Tool Tool)
{
    /// <summary>How many rules fail.</summary>
    public int Failed => Tests.Count(test => test.Faults.Count > 0);

    /// <summary>14 rules tested: 13 pass, 1 fails.</summary>
    public string Sentence
    {
        get
        {
            var passed = Tests.Count - Failed;
            return $"{Tests.Count} {(Tests.Count == 1 ? "rule" : "rules")} tested: {passed} {(passed == 1 ? "passes" : "pass")}{(Failed == 0 ? "" : $", {Failed} {(Failed == 1 ? "fails" : "fail")}")}."
                + (Faults.Count == 0 ? "" : " Not all could be loaded.");
        }
    }
}
