using RuleEngine.Engine.Batch;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Rules;
using RuleEngine.Parsing;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Isolation;

/// <summary>
/// Runs rules for another process: loads the scripts that it is sent, and checks the proposals that it is sent, until there are no more.
/// Asked to be careful, it says beforehand what it is about to do, so that the other knows what it died of.
/// </summary>
public sealed class RuleWorker
{
    private readonly BinaryReader _in;
    private readonly FrameWriter _out;
    private readonly Func<bool, IOutcomeText> _makeText;
    private readonly List<Principle> _principles = [];
    private RulePack _pack = null!;
    private Checker _checker = null!;
    private PieceWorker _pieces = null!;
    private (List<int> Asked, Checker? Checker) _some = ([], null);

    /// <summary>The scripts that the last proposal left out, by number, and those that it asked.</summary>
    private List<int> _skipped = [];
    private List<int> _asked = [];

    private RuleWorker(Stream input, Stream output, Func<bool, IOutcomeText> makeText)
    {
        _in = new BinaryReader(new BufferedStream(input, 1 << 16));
        _out = new FrameWriter(output);
        _makeText = makeText;
    }

    /// <summary>Works until the input ends.</summary>
    /// <param name="input">What the other process writes.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="cache">Where compiled scripts are found and kept.</param>
    /// <param name="makeText">Makes what lines of a batch are written with; told whether they carry excerpts.</param>
    public static void Run(Stream input, Stream output, ScriptCache cache, Func<bool, IOutcomeText> makeText) => Run(input, output, new ScriptLoader(cache), makeText);

    /// <summary>The same with rules that are got in another way.</summary>
    internal static void Run(Stream input, Stream output, IScriptLoader loader, Func<bool, IOutcomeText> makeText)
    {
        var worker = new RuleWorker(input, output, makeText);
        try
        {
            worker.Load(loader);

            // On one thread that is deep enough for scripts: to make one for each proposal takes as long as to check it.
            new Lane<bool>(worker.Work).Result();
        }
        catch (Exception exception) when (exception is EndOfStreamException or IOException)
        {
            // The other has what it wanted, or is gone.
        }
    }

    private void Load(IScriptLoader loader)
    {
        var isCareful = _in.ReadBoolean();
        var scripts = _in.ReadAll(_in.ReadScript);
        var registries = _in.ReadAll(() => (Path: _in.ReadString(), Bytes: _in.ReadBytes(_in.ReadInt32())));
        if (!isCareful)
            loader.Begin(scripts, []);
        var loaded = isCareful ? [.. scripts.Select((script, index) => Load(loader, script, index, isCareful))] : Lanes.Share(scripts.Count, index => Load(loader, scripts[index], index, isCareful));
        loader.End();
        for (var index = 0; index < loaded.Length; index++)
        {
            var (rule, faults) = loaded[index];
            _principles.Add(new Principle(scripts[index].Id, scripts[index].Set, scripts[index].Name, scripts[index].Path, rule, faults.Count == 0 ? null : faults[0]));
            _out.Send(
                Frame.Loaded,
                wire =>
                {
                    wire.Write(index);
                    wire.Write(rule is not null);
                    if (rule is not null)
                        wire.Write(rule);
                    wire.WriteAll(faults, wire.Write);
                },
                isUrgent: index == loaded.Length - 1);
        }

        var institutions = PackDocuments.Together([.. registries.Select(file => PackDocuments.ReadRegistry(file.Path, file.Bytes, []))], []);
        _pack = new RulePack("", "", new Lazy<string>(""), [.. _principles.Where(principle => principle.Rule is not null)], institutions, []);
        _asked = AllBut([]);
        _checker = new Checker(_pack, withExcerpts: true);
    }

    private (Rule? Rule, List<Fault> Faults) Load(IScriptLoader loader, ScriptSource script, int index, bool isCareful)
    {
        if (isCareful)
            _out.Send(Frame.Loads, wire => wire.Write(index));
        var faults = new List<Fault>();
        return (loader.Load(script, faults), faults);
    }

    /// <summary>The rules that could be loaded, by number, some left out.</summary>
    private List<int> AllBut(List<int> skipped) => [.. Enumerable.Range(0, _principles.Count).Where(index => _principles[index].Rule is not null && !skipped.Contains(index))];

    private bool Work()
    {
        while (true)
        {
            switch (_in.ReadByte())
            {
                case Message.Check:
                    Check(isCareful: false);
                    break;
                case Message.CheckCarefully:
                    Check(isCareful: true);
                    break;
                case Message.Prepare:
                    Prepare();
                    break;
                case Message.CheckPiece:
                    _pieces.Check(_in);
                    break;
                default:
                    throw new InvalidDataException();
            }
        }
    }

    private void Prepare()
    {
        var (form, withVerdicts) = (BatchForm.Read(_in), _in.ReadBoolean());
        var file = _in.ReadOptional(_in.ReadString) is { } path ? ExchangeFile.Open(path) : null;
        _pieces = new PieceWorker(form, withVerdicts, _pack with { Principles = _in.ReadAll(() => _in.ReadPrinciple(_principles)) }, file, _makeText, _out);
        _out.Send(Frame.Prepared, wire => wire.Write(file is not null));
    }

    private void Check(bool isCareful)
    {
        var path = _in.ReadString();
        var isNamed = _in.ReadBoolean();
        var evidence = (AskedEvidence)_in.ReadByte();
        var bytes = _in.ReadBytes(_in.ReadInt32());
        var skipped = _in.ReadAll(_in.Read7BitEncodedInt);
        if (!skipped.SequenceEqual(_skipped))
            (_skipped, _asked) = (skipped, AllBut(skipped));
        var file = ProposalFile.Read(path, bytes);
        var outcome = Admission.Refusal(file, path, isNamed) ?? (isCareful ? CheckedOneByOne(file, path) : CheckerOf(_asked).Check(file, path));
        _out.Send(Frame.Checked, wire => wire.Write(outcome, _asked, evidence));
    }

    private Outcome CheckedOneByOne(ProposalFile file, string path)
    {
        var outcome = CheckerOf([]).Check(file, path);
        if (outcome is not ProposalResult result)
            return outcome;
        var principles = new List<PrincipleResult>();
        foreach (var index in _asked)
        {
            _out.Send(Frame.Checks, wire => wire.Write(index));
            principles.AddRange(((ProposalResult)CheckerOf([index]).Check(file, path)).Principles);
        }

        return result with { Principles = principles };
    }

    /// <summary>One for some of the rules; the last one is kept, since the same are mostly asked about again.</summary>
    private Checker CheckerOf(List<int> asked)
    {
        if (asked.Count == _pack.Principles.Count)
            return _checker;
        if (_some.Checker is null || !_some.Asked.SequenceEqual(asked))
            _some = (asked, new Checker(_pack with { Principles = [.. asked.Select(index => _principles[index])] }, withExcerpts: true));
        return _some.Checker!;
    }
}
