using RuleEngine.Engine.Isolation;
using RuleEngine.Model;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Engine;

/// <summary>Checks proposals against the principles of a pack. Several threads may use it, each for files of its own.</summary>
/// <param name="pack">The pack.</param>
/// <param name="withExcerpts">Whether findings carry the lines at their place.</param>
public sealed class Checker(RulePack pack, bool withExcerpts)
{
    private readonly IsolatedChecker? _isolated = pack.Host is IsolatedRules rules ? new IsolatedChecker(rules, pack, withExcerpts) : null;

    private readonly IReadOnlyList<Principle> _asked = pack.Asked;

    private volatile bool _isWarm;

    /// <summary>
    /// Begins to check a proposal. Where its rules run in another process, that goes on while the caller does something else; several may be
    /// begun, by one thread, before the first is waited for.
    /// </summary>
    /// <returns>What waits for the outcome.</returns>
    public Func<Outcome> Begin(ProposalFile file, string path)
    {
        if (_isolated is not null)
            return _isolated.Begin(path, file.Bytes, isNamed: true, withContent: true);
        var outcome = Check(file, path);
        return () => outcome;
    }

    /// <summary>The same of a content that nobody has read yet: what is no proposal, or not to be checked, is an outcome too.</summary>
    /// <param name="path">What reports call it.</param>
    /// <param name="bytes">The content, which must not change.</param>
    /// <param name="isNamed">Whether the user named it.</param>
    /// <param name="withContent">Whether somebody asks for the content of findings: without, <see cref="ReportedFinding.Content"/> may be null.</param>
    public Func<Outcome> Begin(string path, byte[] bytes, bool isNamed, bool withContent)
    {
        if (_isolated is not null)
            return _isolated.Begin(path, bytes, isNamed, withContent || withExcerpts);
        var file = ProposalFile.Read(path, bytes);
        var outcome = Admission.Refusal(file, path, isNamed) ?? Check(file, path);
        return () => outcome;
    }

    /// <summary>The proposal's verdicts, or why there are none.</summary>
    public Outcome Check(ProposalFile file, string path)
    {
        if (_isolated is not null)
            return _isolated.Begin(path, file.Bytes, isNamed: true, withContent: true)();
        if (file.Arrangement is not { } arrangement)
            return new InvalidInput(path, file.Faults);
        arrangement.Registry = pack.Registry;
        var evaluations = RuleStack.Run(() => Evaluate(arrangement, Budget.Of(arrangement)));
        return ProposalResult.Of(path, arrangement, Array.ConvertAll(evaluations, evaluation => evaluation.ToResult()));
    }

    private Evaluation[] Evaluate(Arrangement arrangement, Budget budget)
    {
        var evaluations = Each(index => Evaluation.Of(_asked[index], arrangement, budget, withExcerpts));
        if (arrangement.NonBinding.Count > 0)
        {
            arrangement.IsReadAsAllBinding = true;
            try
            {
                evaluations = Each(index => evaluations[index].WithNonBinding(arrangement, budget));
            }
            finally
            {
                arrangement.IsReadAsAllBinding = false;
            }
        }

        return evaluations;
    }

    /// <summary>
    /// Something for each principle. The first proposal finds code that has yet to be made ready: its principles are shared by two threads.
    /// </summary>
    private Evaluation[] Each(Func<int, Evaluation> evaluate)
    {
        if (!_isWarm)
        {
            _isWarm = true;
            return Lanes.Share(_asked.Count, evaluate);
        }

        var evaluations = new Evaluation[_asked.Count];
        for (var index = 0; index < evaluations.Length; index++)
            evaluations[index] = evaluate(index);
        return evaluations;
    }
}
