using System.Text;
using RuleEngine.Engine;
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
}
