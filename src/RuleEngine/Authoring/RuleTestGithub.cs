using RuleEngine.Engine;
using RuleEngine.Reporting;

namespace RuleEngine.Authoring;

/// <summary>What failed, as annotations of a pull request.</summary>
public sealed class RuleTestGithub : RuleTestFormat
{
    /// <inheritdoc/>
    public override string Name => "github";

    /// <inheritdoc/>
    public override void Write(RuleTestReport report, ReportOptions options, Stream output) =>
        GithubFormat.Write(new Report(report.Tool, [], [.. report.Faults, .. report.Tests.SelectMany(test => test.Faults)], []), report.Sentence, options, output);
}
