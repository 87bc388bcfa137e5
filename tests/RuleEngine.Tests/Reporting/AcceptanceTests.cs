using Newtonsoft.Json.Linq;
using NUnit.Framework;
using RuleEngine.Engine;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Reporting;
using RuleEngine.Tests.Testing;

namespace RuleEngine.Tests.Reporting;

/// <summary>What somebody has accepted, in every format.</summary>
public class AcceptanceTests
{
    private const string Pledge = """
        { "id": "a", "title": "A", "parties": [{ "id": "x", "name": "X" }, { "id": "y", "name": "Y" }],
          "articles": [{ "number": "1", "provisions": [{ "kind": "defense" }] }] }
        """;

    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    [TestCaseSource(nameof(Formats))]
    public void A_waiver_that_expires_tomorrow_holds_today_and_not_the_day_after(string format)
    {
        var expires = new DateOnly(2026, 6, 2);
        foreach (var day in new[] { expires.AddDays(-1), expires })
        {
            var held = Written.In(format, Waived(expires, day));
            Assert.That(held, Does.Contain("Anna").And.Contain("2026-06-02").And.Contain("The council agreed"), "The finding is visible, and marked with who accepted it until when.");
            Assert.That(held, Does.Not.Contain("CF031"));
        }

        var after = Written.In(format, Waived(expires, expires.AddDays(1)));
        Assert.That(after, Does.Not.Contain("The council agreed").And.Not.Contain("\"suppressions\""));
        Assert.That(after, Does.Contain("CF031"));
    }

    [TestCaseSource(nameof(Formats))]
    public void What_the_baseline_knows_is_told_from_what_is_new(string format)
    {
        var result = Shipped.Check(Pledge);
        var settlement = new Settlement(new DateOnly(2026, 6, 1), Written.AsBaseline(result));
        var known = Written.In(format, new Report(Tool.With(Shipped.Pack), [settlement.Settle(result, "/a.json", EffectiveSettings.None)], [], []));
        var fresh = Written.In(format, new Report(Tool.With(Shipped.Pack), [result], [], []));
        if (format is not ("concise" or "gitlab" or "sarif"))
            Assert.That(known, Does.Contain("in the baseline").Or.Contain("\"baseline\""));
        Assert.That(fresh, Does.Not.Contain("in the baseline.").And.Not.Contain("\"baseline\""));
        var message = "fight for one another";
        Assert.That(fresh, Does.Contain(message));
        if (format is "text" or "concise" or "markdown" or "github" or "gitlab" or "sarif")
            Assert.That(known, Does.Not.Contain(message), "It shows what is new.");
        else
            Assert.That(known, Does.Contain(message), "It keeps everything, marked.");
    }

    [Test]
    public void A_run_fails_in_JUnit_exactly_where_the_exit_code_says_so()
    {
        Assert.That(Written.In("junit", Waived(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1))), Does.Contain("failures=\"0\"").And.Not.Contain("<failure"));
        Assert.That(Written.In("junit", Waived(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 2))), Does.Contain("failures=\"2\"").And.Contain("<failure message=\"violated: "));
        Assert.That(Written.In("junit", Waived(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 1)), new ReportOptions { FailOn = FailOn.Undetermined }), Does.Contain("<failure message=\"undetermined: "));
    }

    /// <summary>The verdicts of a pledge that is waived until a day, on some day.</summary>
    private static Report Waived(DateOnly expires, DateOnly today)
    {
        var result = Shipped.Check(Pledge);
        var waivers = result.Findings.Where(finding => finding.Role == Role.Violation).Select(finding => new JObject
        {
            ["id"] = finding.Id, ["path"] = "a.json", ["address"] = finding.Address, [finding.Content is null ? "note" : "content"] = finding.Content ?? "",
            ["reason"] = "The council agreed", ["owner"] = "Anna", ["expires"] = expires.ToString("yyyy-MM-dd"),
        });
        var configuration = ConfigurationFile.Read("ruleengine.json", new JObject { ["waivers"] = new JArray(waivers) }.Bytes(), [])!;
        var settlement = new Settlement(today, null);
        var settled = settlement.Settle(result, Path.GetFullPath("/work/a.json"), new EffectiveSettings([new Layer(configuration, Path.GetFullPath("/work"))]));
        return new Report(Tool.With(Shipped.Pack), [settled], [], settlement.Notices());
    }
}
