using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;

namespace RuleEngine.Scripting;

/// <summary>Makes rules of the scripts of one pack, in this process or in another.</summary>
internal interface IScriptLoader
{
    /// <summary>Is told of all scripts before any is loaded.</summary>
    /// <param name="scripts">The scripts that have a right name.</param>
    /// <param name="registries">The registry files of the packs.</param>
    void Begin(IReadOnlyList<ScriptSource> scripts, IReadOnlyList<PackFiles.PackFile> registries);

    /// <summary>The rule; null where there is none that holds, with what is wrong. Several threads may ask.</summary>
    Rule? Load(ScriptSource script, List<Fault> faults);

    /// <summary>Is told when all have been loaded.</summary>
    void End();
}
