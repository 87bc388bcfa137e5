using Microsoft.Win32.SafeHandles;
using RuleEngine.Model.Faults;
using RuleEngine.Engine;
using RuleEngine.Parsing;

namespace RuleEngine.Cli;

/// <summary>An input that was read: a file to check, or what came of it without that.</summary>
/// <param name="Input">The input.</param>
/// <param name="File">The file; null where there is nothing to check.</param>
/// <param name="Outcome">What came of it; null where there is something to check.</param>
internal sealed record ReadInput(Input Input, ProposalFile? File, Outcome? Outcome);

/// <summary>Reads inputs, and decides which are proposals.</summary>
/// <param name="terminal">Where standard input is, and where it says what it passes over.</param>
/// <param name="isOfHook">Whether a hook asks, which names whatever has changed.</param>
internal sealed class InputReader(Terminal terminal, bool isOfHook = false)
{
    public ReadInput Read(Input input)
    {
        if (Open(input, out var unread) is not { } bytes)
            return new ReadInput(input, null, unread);
        var file = ProposalFile.Read(input.Path, bytes);
        var refusal = Admission.Refusal(file, input.Path, input.IsNamed);
        return isOfHook && refusal is InvalidInput ? new ReadInput(input, null, PassedOver(input, file)) : new ReadInput(input, refusal is null ? file : null, refusal);
    }

    /// <summary>The same input, checked where its rules are; nothing here looks into it unless it cannot be told what it is.</summary>
    /// <returns>What waits for the outcome.</returns>
    public Func<Outcome> Begin(Input input, Checker checker)
    {
        if (Open(input, out var unread) is not { } bytes)
            return () => unread!;
        var begun = checker.Begin(input.Path, bytes, input.IsNamed, withContent: true);
        return () => begun() is var outcome && isOfHook && outcome is InvalidInput { Faults: [{ Kind: var kind }, ..] } && kind == InputFaults.CannotTell
            ? PassedOver(input, ProposalFile.Read(input.Path, bytes))
            : outcome;
    }

    /// <summary>The content; null where it cannot be had.</summary>
    private byte[]? Open(Input input, out Outcome? unread)
    {
        unread = null;
        try
        {
            return Bytes(input);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unread = Unread(input, exception);
            return null;
        }
    }

    private static InvalidInput Unread(Input input, Exception exception)
    {
        var message = exception is FileNotFoundException or DirectoryNotFoundException ? "There is no such file." : exception.Message;
        return new InvalidInput(input.Path, [new Fault(InputFaults.Unreadable, input.Path, message)]);
    }

    private OtherJson PassedOver(Input input, ProposalFile file)
    {
        var fault = file.SyntaxFault!;
        terminal.Complain($"ruleengine: {input.Path} is no JSON and, as far as it can be read, no proposal: it is passed over ({fault.Kind.Id} {fault.Message})");
        return new OtherJson(input.Path);
    }

    /// <summary>The content, at most one byte more than is read of a proposal.</summary>
    private byte[] Bytes(Input input)
    {
        if (input.Content is { } content)
            return content;
        if (input.File == "-")
            return Bytes(terminal.OpenIn());
        using var handle = File.OpenHandle(input.File);
        var length = LengthOf(handle);
        if (length is 0 or > ProposalFile.MostBytes)
            return Bytes(new FileStream(handle, FileAccess.Read, bufferSize: 0));
        var bytes = new byte[length];
        var count = 0;
        int read;
        while (count < bytes.Length && (read = RandomAccess.Read(handle, bytes.AsSpan(count), count)) > 0)
            count += read;
        return count == bytes.Length ? bytes : bytes[..count];
    }

    /// <summary>How long the file says that it is; 0 where that says nothing, as of a pipe.</summary>
    private static long LengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return 0;
        }
    }

    private static byte[] Bytes(Stream stream)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (content.Length <= ProposalFile.MostBytes && (read = stream.Read(buffer)) > 0)
            content.Write(buffer, 0, read);
        stream.Dispose();
        return content.ToArray();
    }
}
