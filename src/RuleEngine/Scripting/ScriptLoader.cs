using System.Reflection;
using System.Runtime.Loader;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting.Metering;

namespace RuleEngine.Scripting;

/// <summary>Makes rules of scripts: finds or compiles the assembly, and runs it under a budget.</summary>
/// <param name="cache">Where compiled scripts are found and kept.</param>
/// <param name="isMetered">False only to measure what metering costs; nothing is then found or kept.</param>
internal sealed class ScriptLoader(ScriptCache cache, bool isMetered = true) : IScriptLoader
{
    /// <summary>What else is done to a compiled script before it is loaded; what is kept is without it.</summary>
    private readonly Func<byte[], byte[]> _rewrite = compiled => compiled;

    /// <param name="cache">Where compiled scripts are kept; nothing is found there.</param>
    /// <param name="rewrite">What is done to each before it is loaded.</param>
    public ScriptLoader(ScriptCache cache, Func<byte[], byte[]> rewrite) : this(cache, isMetered: true) => _rewrite = rewrite;

    /// <summary>Packs of more scripts are kept without machine code: it would keep a first run waiting for seconds.</summary>
    private const int MostReady = 64;

    private readonly AssemblyLoadContext _kept = new("kept rules");

    /// <summary>Not that of the kept ones: one that could not be loaded from there may have left its name.</summary>
    private readonly AssemblyLoadContext _compiled = new("compiled rules");

    /// <summary>What was compiled and is kept at the end.</summary>
    private readonly List<(ScriptSource Source, byte[] Assembly)> _fresh = [];

    /// <summary>Whether there will be an end to keep things at.</summary>
    private bool _waits;

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<ScriptSource> scripts, IReadOnlyList<PackFiles.PackFile> registries) => _waits = scripts.Count <= MostReady;

    /// <inheritdoc/>
    public Rule? Load(ScriptSource script, List<Fault> faults)
    {
        if ((Kept(script) ?? Compiled(script, faults)) is not { } assembly)
            return null;
        Rule? rule = null;
        if (MeteredRun.Of(Budget.OfLoading, () => rule = CompiledScript.Run(assembly)) is { } exception)
            faults.Add(ScriptFailure.Fault(RuleFaults.ThrewWhileLoading, script.Path, exception));
        else if (rule is null)
            faults.Add(script.Fault(RuleFaults.ReturnsNothing, "The script returns no rule: it ends its form with `return new Rule { … };`.", "new Rule"));
        else
            FormReview.Check(script, rule, faults);
        if (faults.Count > 0)
            return null;
        if (CompiledScript.NeedsFreshForm(assembly, rule!))
            rule!.LoadAgain = () => CompiledScript.Run(assembly) ?? throw new InvalidOperationException("Run once more, the script returns no rule.");
        return rule;
    }

    /// <inheritdoc/>
    public void End()
    {
        if (_fresh.Count > 0)
            cache.KeepReady(_fresh);
        _fresh.Clear();
    }

    private void Keep(ScriptSource script, byte[] compiled)
    {
        if (!_waits)
        {
            cache.Keep(script, compiled);
            return;
        }

        lock (_fresh)
            _fresh.Add((script, compiled));
    }

    private Assembly? Kept(ScriptSource script) => isMetered ? cache.Load(script, _kept) : null;

    private Assembly? Compiled(ScriptSource script, List<Fault> faults)
    {
        if (ScriptCompiler.Compile(script, isMetered, faults) is not { } compiled)
            return null;
        if (isMetered)
            Keep(script, compiled);
        return _compiled.LoadFromStream(new MemoryStream(_rewrite(compiled)));
    }
}
