using RuleEngine.Engine;
using RuleEngine.Parsing;
using RuleEngine.Reporting;

namespace RuleEngine.Cli;

/// <summary>
/// What every check needs, made ready beside the check: most of a start is the runtime making types and code ready, and its first part, the
/// command line and the settings, leaves one of two processors idle.
/// </summary>
internal static class Readiness
{
    /// <summary>A proposal that has what most have.</summary>
    internal static ReadOnlySpan<byte> Sample =>
        """
        {"id":"a","title":"A","parties":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"articles":[{"number":"1","provisions":[{"kind":"trade","obligors":["a"]}]}]}
        """u8;

    /// <summary>Reads a proposal and writes a report; nothing comes of either. On one processor it would only come before the check.</summary>
    public static void Prepare()
    {
        if (Environment.ProcessorCount < 2)
            return;
        ProposalFile.Read("", Sample.ToArray());
        new TextFormat().Write(new Report(Tool.Alone(), [], [], []), new ReportOptions(), Stream.Null);
    }
}
