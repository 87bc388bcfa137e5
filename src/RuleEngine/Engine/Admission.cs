using RuleEngine.Model.Faults;
using RuleEngine.Parsing;

namespace RuleEngine.Engine;

/// <summary>Which files are taken for proposals: those that the user names, and of others those that bear the marks.</summary>
public static class Admission
{
    /// <summary>What becomes of what is not checked; null for what is.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What reports call it.</param>
    /// <param name="isNamed">Whether the user named it.</param>
    public static Outcome? Refusal(ProposalFile file, string path, bool isNamed)
    {
        if (isNamed || file.IsMarked)
            return null;
        return file.SyntaxFault is { } fault ? CannotTell(path, fault) : new OtherJson(path);
    }

    private static InvalidInput CannotTell(string path, Fault fault) => new(path,
    [
        new Fault(InputFaults.CannotTell, path,
            $"This is no JSON, so it cannot be told whether it is a proposal ({fault.Kind.Id}: {fault.Message}) Leave it out with --exclude '{path}'.",
            fault.Location) { Excerpt = fault.Excerpt },
    ]);
}
