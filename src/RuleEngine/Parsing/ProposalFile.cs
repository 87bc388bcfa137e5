using RuleEngine.Model;
using RuleEngine.Model.Faults;
using RuleEngine.Model.Places;
using RuleEngine.Parsing.Patching;

namespace RuleEngine.Parsing;

/// <summary>A file that holds a proposal, or should.</summary>
public sealed class ProposalFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MostBytes = JsonText.MostBytes;

    private readonly JsonText _text;

    private ProposalFile(JsonText text, Arrangement? arrangement, IReadOnlyList<Fault> faults)
    {
        _text = text;
        Arrangement = arrangement;
        Faults = faults;
    }

    /// <summary>The arrangement; null where there are faults.</summary>
    public Arrangement? Arrangement { get; }

    /// <summary>All that is wrong with the file, in the order of the text; empty when nothing is.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The content.</summary>
    internal byte[] Bytes => _text.Bytes;

    /// <summary>The first fault of its syntax; null where it is well-formed JSON.</summary>
    public Fault? SyntaxFault => _text.SyntaxFaults().Select(fault => fault.Fault).FirstOrDefault();

    /// <summary>
    /// Whether it is, as far as it can be read, an object with <c>parties</c>, <c>articles</c> or this format's <c>$schema</c>:
    /// what makes a file a proposal where nobody named it.
    /// </summary>
    public bool IsMarked
    {
        get
        {
            if (_text.Map.Count == 0)
                return false;
            var (schema, missing) = _text.Property(0, "$schema");
            return _text.Property(0, "parties").Missing is null
                || _text.Property(0, "articles").Missing is null
                || (missing is null && _text.Map[schema] is { Kind: TokenKind.Text, IsSpoilt: false }
                    && _text.TextOf(schema).EndsWith("proposal.schema.json", StringComparison.Ordinal));
        }
    }

    /// <summary>Reads a proposal.</summary>
    /// <param name="path">What reports call the file.</param>
    /// <param name="bytes">Its content; the file keeps the array, which must not change.</param>
    public static ProposalFile Read(string path, byte[] bytes)
    {
        var text = new JsonText(path, bytes, ProposalFormat.Naming);
        var (arrangement, faults) = Read(text);
        return new ProposalFile(text, faults.Count == 0 ? arrangement : null, faults);
    }

    /// <summary>
    /// The small changes of a proposal: what is stated is left out or is another word, what is not stated is, a list has one member more. Some
    /// of them make it a proposal that cannot be read.
    /// </summary>
    /// <exception cref="InvalidOperationException">There are faults, and so there is no arrangement.</exception>
    public IReadOnlyList<PatchOperation> Changes()
    {
        var changes = new ChangeList(_text, new KnownNames(Arrangement ?? throw new InvalidOperationException("The file has faults.")));
        ProposalFormat.Arrangement.AddChanges(0, changes);
        return changes.Changes;
    }

    /// <summary>Where a change is made: the place itself, or of what is added the place where it would stand.</summary>
    /// <exception cref="ArgumentException">The file has no such place.</exception>
    public Location PlaceOf(PatchOperation operation) => JsonPatch.PlaceOf(_text, operation);

    /// <summary>The same file after an operation; all but what that changes is written as before.</summary>
    /// <exception cref="ArgumentException">The file has no such place.</exception>
    public ProposalFile With(PatchOperation operation) => Read(_text.Path, JsonPatch.Apply(_text, operation));

    private static (Arrangement? Arrangement, IReadOnlyList<Fault> Faults) Read(JsonText text)
    {
        var cursor = new JsonCursor(text);
        Arrangement? arrangement = null;
        if (cursor.Read())
        {
            if (cursor.IsSpoilt)
                cursor.Skip();
            else if (cursor.Kind != TokenKind.Object)
                cursor.Report(InputFaults.NotAnObject, "A proposal is one JSON object.");
            else
                arrangement = (Arrangement)ProposalFormat.Arrangement.Read(cursor, null);
        }

        if (arrangement is not null && text.Map.IsClosed(0))
            Complete(arrangement, cursor);
        return (arrangement, PlacedFault.InOrder(text, cursor));
    }

    private static void Complete(Arrangement arrangement, JsonCursor cursor)
    {
        new References(arrangement, cursor).Resolve();
        var all = 0;
        foreach (var article in arrangement.Articles)
            all += article.Provisions.Count;
        var provisions = new Provision[all];
        var (count, binding) = (0, 0);
        foreach (var article in arrangement.Articles)
        {
            foreach (var provision in article.Provisions)
            {
                provisions[count++] = provision;
                binding += provision.IsBinding ? 1 : 0;
            }
        }

        arrangement.ProvisionsRead = count;
        arrangement.AllProvisions = new Members<Provision>(provisions);
        arrangement.BindingProvisions = arrangement.AllProvisions;
        if (binding == count)
            return;
        arrangement.BindingProvisions = new Members<Provision>(Array.FindAll(provisions, provision => provision.IsBinding));
        arrangement.NonBinding = new Members<Provision>(Array.FindAll(provisions, provision => !provision.IsBinding));
    }
}
