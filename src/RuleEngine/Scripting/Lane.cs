namespace RuleEngine.Scripting;

/// <summary>
/// Work on a thread of its own beside the caller's. Most of a start is the runtime making types and code ready, which two threads share
/// well; a pool of threads would take longer to make than that saves.
/// </summary>
/// <typeparam name="T">What the work comes to.</typeparam>
public sealed class Lane<T>
{
    /// <summary>
    /// Only what is used of it takes memory. A rule's budget lets half a million sequences be laid over one another before it is spent;
    /// a million took less than this.
    /// </summary>
    private const int StackBytes = 256 * 1024 * 1024;

    private readonly Thread _thread;
    private T? _result;
    private Exception? _exception;

    /// <summary>Starts the work.</summary>
    public Lane(Func<T> work)
    {
        _thread = new Thread(
            () =>
            {
                RuleStack.IsDeep = true;
                try
                {
                    _result = work();
                }
                catch (Exception exception)
                {
                    _exception = exception;
                }
            },
            StackBytes)
        {
            // Who gives up waiting for it ends the program all the same.
            IsBackground = true,
        };
        _thread.Start();
    }

    /// <summary>Waits for the result. What the work threw is thrown here.</summary>
    public T Result()
    {
        _thread.Join();
        if (_exception is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_exception);
        return _result!;
    }
}

/// <summary>Independent pieces of work, shared by the caller and one more thread.</summary>
public static class Lanes
{
    /// <summary>Makes each result once, in any order and on either thread; the array has them in the order of their numbers.</summary>
    public static T[] Share<T>(int count, Func<int, T> make)
    {
        var results = new T[count];
        var next = -1;
        if (count < 2 || Environment.ProcessorCount < 2)
        {
            Work();
            return results;
        }

        var other = new Lane<bool>(Work);
        try
        {
            Work();
        }
        finally
        {
            other.Result();
        }

        return results;

        bool Work()
        {
            for (var index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
                results[index] = make(index);
            return true;
        }
    }
}
