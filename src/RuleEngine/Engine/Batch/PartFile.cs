using System.Security.Cryptography;
using RuleEngine.Parsing;

namespace RuleEngine.Engine.Batch;

/// <summary>The results of one part, whole and as they were written.</summary>
/// <param name="Path">What messages call the file.</param>
/// <param name="Head">Its first line.</param>
/// <param name="Totals">What its last line says.</param>
/// <param name="Content">How many bytes come before the last line.</param>
public sealed record PartFile(string Path, ResultHead Head, PartTotals Totals, long Content)
{
    /// <summary>Looks at a file.</summary>
    /// <param name="path">What messages call it.</param>
    /// <param name="stream">Its content, which can be read again; it stays open.</param>
    /// <exception cref="ResultFormatException">It is no part, not whole, or not as it was written.</exception>
    public static PartFile Read(string path, Stream stream)
    {
        using var reader = new ResultReader(path, stream, leaveOpen: true);
        var head = reader.Head;
        if (head.Part is null)
            throw new ResultFormatException($"{path} holds the results of a whole batch, not of a part: there is nothing to put together.");
        var words = new ResultWords(new Dictionary<string, Model.Rules.FindingKind>());
        var content = 0L;
        byte[]? last = null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([.. reader.Bytes, (byte)'\n']);
        while (true)
        {
            var passed = reader.Passed;
            if (!reader.Read())
                break;
            if (last is not null)
                hash.AppendData([.. last, (byte)'\n']);
            (last, content) = (reader.Bytes, passed);
        }

        if (last is null || !IsTotals(last))
            throw new ResultFormatException($"{path} is not whole: its last line gives no totals. Let `ruleengine batch --resume` end it.");
        var sha256 = reader.Understood(_ => JsonView.Read(last).Object("totals").Text("sha256"));
        return sha256 == Convert.ToHexStringLower(hash.GetHashAndReset()) ? new PartFile(path, head, reader.Understood(_ => words.ReadLine(last).Totals!), content)
            : throw new ResultFormatException($"{path} is not as it was written: its lines do not have the hash that its last line gives.");
    }

    private static bool IsTotals(byte[] line)
    {
        try
        {
            return JsonView.Read(line).Has("totals");
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
