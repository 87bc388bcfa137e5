using System.Collections;
using RuleEngine.Model.Rules;

namespace RuleEngine.Engine;

/// <summary>What the limbs found, as the rule's concerns see it.</summary>
internal sealed class FindingsOf(ReportedFinding[] found) : IReadOnlyList<Finding>
{
    public int Count => found.Length;

    public Finding this[int index] => found[index].Finding;

    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (var finding in found)
            yield return finding.Finding;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
