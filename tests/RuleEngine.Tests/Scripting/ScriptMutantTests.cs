using NUnit.Framework;
using RuleEngine.Scripting;

namespace RuleEngine.Tests.Scripting;

public class ScriptMutantTests
{
    private const string Script = """
        return new Rule
        {
            Checks = [First, Second],
            Concerns = [Odd],
        };
        IEnumerable<Finding> First(Arrangement arrangement) =>
            from provision in arrangement.Provisions
            where provision.Is(Trade) && !provision.IsBinding
            select provision.Report(Kept, provision.Obligors.Count == 1 ? "one" : "many");
        IEnumerable<Finding> Second(Arrangement arrangement)
        {
            if (arrangement.Year is > 1990 || arrangement.IsOpen) // unnoticed: it is so
                yield break;
        }
        """;

    [Test]
    public void Every_condition_comparison_number_and_check_is_changed_in_each_way_and_nothing_else_is() =>
        Assert.That(ScriptMutant.Of(Script.ReplaceLineEndings("\n")).Select(mutant => $"{mutant.Location} {mutant.Change}{(mutant.Explanation is { } why ? $" ({why})" : "")}"), Is.EqualTo(new[]
        {
            "3:15 `First,` left out",
            "3:22 `Second` left out",
            "4:17 `Odd` left out",
            "8:11 `provision.Is(Trade) && !provision.IsBinding` as `(!provision.IsBinding)`",
            "8:11 `provision.Is(Trade) && !provision.IsBinding` as `(provision.Is(Trade))`",
            "8:11 `provision.Is(Trade) && !provision.IsBinding` as `false`",
            "8:11 `provision.Is(Trade) && !provision.IsBinding` as `true`",
            "8:31 `&&` as `||`",
            "8:34 `!` left out",
            "9:35 `provision.Obligors.Count == 1` as `false`",
            "9:35 `provision.Obligors.Count == 1` as `true`",
            "9:60 `==` as `!=`",
            "9:63 `1` as `2`",
            "12:9 `arrangement.Year is > 1990 || arrangement.IsOpen` as `(arrangement.IsOpen)` (it is so)",
            "12:9 `arrangement.Year is > 1990 || arrangement.IsOpen` as `(arrangement.Year is > 1990)` (it is so)",
            "12:9 `arrangement.Year is > 1990 || arrangement.IsOpen` as `false` (it is so)",
            "12:9 `arrangement.Year is > 1990 || arrangement.IsOpen` as `true` (it is so)",
            "12:29 `>` as `>=` (it is so)",
            "12:31 `1990` as `1991` (it is so)",
            "12:36 `||` as `&&` (it is so)",
        }));
}
