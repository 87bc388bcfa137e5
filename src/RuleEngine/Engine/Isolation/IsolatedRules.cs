using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// The scripts of a pack, loaded in a process of their own. When that process is lost, a new one loads them one by one, so that it is
/// known which of them it died of; that one is left out.
/// </summary>
internal sealed class IsolatedRules(IReadOnlyList<string> command, IsolationLimits limits) : IScriptLoader, IDisposable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (Rule? Rule, IReadOnlyList<Fault> Faults)> _loaded = [];
    private IReadOnlyList<ScriptSource> _scripts = [];
    private IReadOnlyList<PackFiles.PackFile> _registries = [];
    private WorkerProcess? _worker;

    public IsolationLimits Limits => limits;

    /// <summary>The process, with all scripts loaded.</summary>
    public WorkerProcess Worker => _worker!;

    /// <summary>How many scripts there are.</summary>
    public int Count => _scripts.Count;

    /// <summary>The number by which both ends call the script at this path.</summary>
    public int NumberOf(string path) => _numbers[path];

    public void Begin(IReadOnlyList<ScriptSource> scripts, IReadOnlyList<PackFiles.PackFile> registries)
    {
        _scripts = scripts;
        _registries = registries;
        for (var number = 0; number < scripts.Count; number++)
            _numbers.Add(scripts[number].Path, number);
        if (scripts.Count > 0)
            Start();
    }

    public Rule? Load(ScriptSource script, List<Fault> faults)
    {
        var (rule, itsFaults) = _loaded[_numbers[script.Path]];
        faults.AddRange(itsFaults);
        return rule;
    }

    public void End()
    {
        // All were loaded at the beginning.
    }

    /// <summary>A new process in place of a lost one.</summary>
    public void Start()
    {
        for (var isCareful = false; !TryStart(isCareful); isCareful = true)
        {
            // Each time one more script is known to be left out.
        }
    }

    public void Dispose() => _worker?.Dispose();

    private bool TryStart(bool isCareful)
    {
        _worker?.Dispose();
        _worker = new WorkerProcess(command, limits);
        var sent = Enumerable.Range(0, _scripts.Count).Where(number => !_loaded.TryGetValue(number, out var known) || known.Rule is not null).ToList();
        _worker.Send(wire =>
        {
            wire.Write(isCareful);

            // What is left out is sent without its text, so that numbers stay: it does not compile, and is not asked.
            wire.WriteAll(_scripts, script => wire.Write(sent.Contains(_numbers[script.Path]) ? script : ScriptSource.Of(script.Path, script.RelativePath, "")));
            wire.WriteAll(_registries, registry =>
            {
                wire.Write(registry.Path);
                wire.Write(registry.Bytes.Length);
                wire.Write(registry.Bytes);
            });
        });
        var loading = -1;
        try
        {
            for (var count = 0; count < _scripts.Count;)
            {
                var (tag, content) = _worker.Next(limits.Loading);
                var number = content.ReadInt32();
                if (tag == Frame.Loads)
                {
                    loading = number;
                    continue;
                }

                count++;
                var rule = content.ReadBoolean() ? content.ReadRule() : null;
                var faults = content.ReadAll(content.ReadFault);
                if (sent.Contains(number))
                    _loaded.TryAdd(number, (rule, faults));
            }

            return true;
        }
        catch (Exception exception) when (IsLost(exception))
        {
            if (isCareful && loading < 0)
                throw new IOException($"--isolate cannot run the rules: the process that should {ReasonOf(exception)}.");
            if (isCareful)
                _loaded[loading] = (null, [Fault(loading, exception, "could not be loaded")]);
            return false;
        }
    }

    /// <summary>Whether reading an answer has failed as it does where the process is gone, or says what is no answer.</summary>
    public static bool IsLost(Exception exception) =>
        exception is WorkerLostException or InvalidDataException or EndOfStreamException or ArgumentException or FormatException or OverflowException;

    /// <summary>That a script took its process with it.</summary>
    public Fault Fault(int number, Exception exception, string what) => _scripts[number].Fault(RuleFaults.Lost, $"The rule {what}: {ReasonOf(exception)}.");

    private static string ReasonOf(Exception exception) => exception is WorkerLostException ? exception.Message : "its process gave an answer that is none";
}
