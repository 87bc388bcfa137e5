using System.Text;
using RuleEngine.Engine;
using RuleEngine.Model.Settings;
using RuleEngine.Parsing;
using RuleEngine.Reporting;

namespace RuleEngine.Tests.Testing;

/// <summary>Reports as text.</summary>
public static class Written
{
    public static string In(string format, Report report, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        ReportFormat.Find(format)!.Write(report, options ?? new ReportOptions(), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>The baseline that holds what was found, written and read again.</summary>
    public static Baseline AsBaseline(ProposalResult result)
    {
        using var text = new MemoryStream();
        BaselineText.Write(new Report(Tool.Alone(), [result], [], []), text);
        return ConfigurationFile.ReadBaseline("baseline.json", text.ToArray(), [])!;
    }
}
