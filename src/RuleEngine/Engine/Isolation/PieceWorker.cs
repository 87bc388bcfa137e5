using RuleEngine.Engine.Batch;
using RuleEngine.Engine.Settings;
using RuleEngine.Model.Rules;
using RuleEngine.Scripting;

namespace RuleEngine.Engine.Isolation;

/// <summary>Checks records of a batch on several threads, in the process that runs the rules.</summary>
internal sealed class PieceWorker
{
    /// <summary>After so long a silence the other is told that records are being checked.</summary>
    private const long LongSilenceMilliseconds = 500;

    private readonly Mailbox<(int Slot, List<Record> Records)> _pieces = new();
    private readonly ExchangeFile? _file;
    private readonly BatchForm _form;
    private readonly bool _withVerdicts;
    private readonly Checker _checker;
    private readonly Func<IOutcomeText> _makeText;
    private readonly FrameWriter _out;

    /// <param name="form">How records are to be checked.</param>
    /// <param name="withVerdicts">Whether verdicts are asked for beside the lines.</param>
    /// <param name="pack">The rules, here.</param>
    /// <param name="file">Where pieces are; null where they come with their messages.</param>
    /// <param name="makeText">Makes what lines are written with.</param>
    /// <param name="output">Where the results go.</param>
    public PieceWorker(BatchForm form, bool withVerdicts, RulePack pack, ExchangeFile? file, Func<bool, IOutcomeText> makeText, FrameWriter output)
    {
        _form = form;
        _withVerdicts = withVerdicts;
        _checker = new Checker(pack, form.WithExcerpts);
        _makeText = () => makeText(form.WithExcerpts);
        _file = file;
        _out = output;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => EndIfMemoryIsOut(thrown.Exception);
        for (var lane = 0; lane < form.Threads; lane++)
            _ = new Lane<bool>(Work);
    }

    /// <summary>Has the piece checked that a message says.</summary>
    public void Check(BinaryReader message)
    {
        var (slot, isInFile) = (message.ReadInt32(), message.ReadBoolean());
        _pieces.Add((slot, message.ReadRecords(isInFile ? (offset, bytes) => _file!.Read(slot, offset, bytes) : null)));
    }

    /// <summary>
    /// Where several threads share the memory, it is not known which of them took it, and the rule that finds none left may need little: the
    /// other then has each record checked by itself.
    /// </summary>
    private static void EndIfMemoryIsOut(Exception exception)
    {
        if (exception is OutOfMemoryException)
            Environment.FailFast("The memory is used up.");
    }

    private bool Work()
    {
        try
        {
            var checker = new RecordChecker(_checker, new Settlement(_form.Today, null), _form.Settings, _form.Folder);
            var outcomes = new List<Outcome>();
            var pieces = new PieceChecker(checker, _makeText) { Met = Met };
            while (_pieces.TryTake(out var next))
            {
                var (slot, records) = next;
                outcomes.Clear();
                var piece = pieces.Check(records, () => false);
                var isInFile = _file is not null && _file.TryWrite(slot, 0, piece.Lines);
                _out.Send(
                    Frame.CheckedPiece,
                    wire =>
                    {
                        wire.Write(slot);
                        wire.Write(piece.Tally);
                        wire.WriteAll(checker.Fates, fate => wire.Write((byte)fate));
                        wire.WriteAll(outcomes, wire.WriteVerdicts);
                        wire.Write(piece.Lines.Length);
                        wire.Write(isInFile);
                    },
                    isInFile ? [] : piece.Lines);
                piece.Free();
            }

            void Met(Outcome outcome)
            {
                if (_withVerdicts)
                    outcomes.Add(outcome);
                if (_out.SilentFor > LongSilenceMilliseconds)
                    _out.Send(Frame.GoesOn, _ => { });
            }
        }
        catch (Exception exception)
        {
            // The other takes this process for lost, as it does where a rule ends it. Where the other is gone nobody is left to tell.
            Console.Error.WriteLine(exception.Message);
            Environment.Exit(1);
        }

        return true;
    }
}
