using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace RuleEngine.Engine.Isolation;

/// <summary>The process that runs the rules, as the one that asks sees it: messages go in, frames come out, limits are kept.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const int LookEveryMilliseconds = 50;

    /// <summary>While answers come, looking costs more than the answers.</summary>
    private const int LookAtLeastEveryMilliseconds = 1000;

    /// <summary>An eighth of the memory is for objects that have just been made.</summary>
    private const int YoungObjects = 8;

    private const int MostFrameBytes = 1 << 30;

    /// <summary>What the process is told of this one's surroundings: what a runtime needs to start, and no secrets.</summary>
    private static readonly string[] Surroundings =
        ["DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_HOST_PATH", "LD_LIBRARY_PATH", "PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

    private readonly Process _process;
    private readonly Mailbox<(byte Tag, byte[] Content)> _frames = new();
    private readonly Mailbox<MemoryStream> _messages = new();
    private readonly IsolationLimits _limits;
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();

    /// <param name="command">The program and its arguments.</param>
    /// <param name="limits">What it may take.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    public WorkerProcess(IReadOnlyList<string> command, IsolationLimits limits)
    {
        _limits = limits;
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        foreach (var name in Surroundings)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
                start.Environment[name] = value;
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = limits.Memory.ToString("x", CultureInfo.InvariantCulture);

        // With the runtime's own measure a batch spends a twentieth of its time collecting what few bytes survive.
        start.Environment["DOTNET_GCgen0size"] = (limits.Memory / YoungObjects).ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new IOException($"--isolate cannot start the process that runs the rules: {exception.Message}", exception);
        }

        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        new Thread(Read) { IsBackground = true }.Start();
        new Thread(Write) { IsBackground = true }.Start();
    }

    /// <summary>Sends a message, and waits for nothing: one that is not taken is noticed where its answer is missed.</summary>
    public void Send(Action<BinaryWriter> write)
    {
        var message = new MemoryStream();
        write(new BinaryWriter(message));
        _messages.Add(message);
    }

    /// <summary>The next frame.</summary>
    /// <exception cref="WorkerLostException">There is none, in time or at all.</exception>
    public (byte Tag, BinaryReader Content) Next(TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            LookAtMemory(LookAtLeastEveryMilliseconds);
            if (_frames.TryTake(out var frame, LookEveryMilliseconds))
                return (frame.Tag, new BinaryReader(new MemoryStream(frame.Content)));
            LookAtMemory(LookEveryMilliseconds);
            if (_frames.IsAtEnd)
                throw new WorkerLostException(Ended());
            if (waited.Elapsed > limit)
                throw Killed(string.Create(CultureInfo.InvariantCulture, $"it took longer than {limit.TotalSeconds:0.#} s"));
        }
    }

    public void Dispose()
    {
        _messages.Close();
        Kill();
        _process.Dispose();
    }

    /// <summary>Looks whether the process has taken too much, unless that was not long ago.</summary>
    private void LookAtMemory(int every)
    {
        if (_sinceLook.ElapsedMilliseconds < every)
            return;
        _sinceLook.Restart();
        if (Memory() > _limits.Memory + (_limits.Memory / 4))
            throw Killed(string.Create(CultureInfo.InvariantCulture, $"it took more than {_limits.Memory >> 20} MB of memory"));
    }

    private long Memory()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private string Ended()
    {
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
            Kill();
        return _process.HasExited ? $"its process ended with exit code {_process.ExitCode}" : "its process answered no more";
    }

    private WorkerLostException Killed(string reason)
    {
        Kill();
        return new WorkerLostException(reason);
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            // It has ended.
        }
    }

    private void Write()
    {
        try
        {
            using var input = _process.StandardInput.BaseStream;
            while (_messages.TryTake(out var message))
            {
                input.Write(message.GetBuffer(), 0, (int)message.Length);
                input.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone: the next frame does not come.
        }
    }

    private void Read()
    {
        try
        {
            using var reader = new BinaryReader(new BufferedStream(_process.StandardOutput.BaseStream, 1 << 16));
            while (true)
            {
                var tag = reader.ReadByte();
                var length = reader.ReadInt32();
                if (length is < 0 or > MostFrameBytes)
                    break;
                var content = reader.ReadBytes(length);
                if (content.Length < length)
                    break;
                _frames.Add((tag, content));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It is gone.
        }
        finally
        {
            _frames.Close();
        }
    }
}
