namespace Shrike.Analysis;

/// <summary>Runs work on threads with large stacks: compilers recurse over what they read, and what we read is hostile.</summary>
internal static class StackedThreads
{
    /// <summary>Deep enough for every construct that <c>SyntaxBounds</c> lets through.</summary>
    private const int StackBytes = 256 << 20;

    /// <summary>Calls the body once for each index in [0, count), in no order; returns when all are done.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void For(int count, Action<int> body, int threads, CancellationToken cancel)
    {
        int next = -1;
        Exception? failure = null;
        var workers = new Thread[Math.Clamp(Math.Min(threads, count), 1, 64)];
        for (int t = 0; t < workers.Length; t++)
        {
            workers[t] = new Thread(Work, StackBytes) { IsBackground = true };
            workers[t].Start();
        }

        foreach (Thread worker in workers)
            worker.Join();
        cancel.ThrowIfCancellationRequested();
        if (failure is not null)
            throw new InvalidOperationException($"analysis failed: {failure.Message}", failure);

        void Work()
        {
            try
            {
                while (
                    !cancel.IsCancellationRequested
                    && Volatile.Read(ref failure) is null
                    && Interlocked.Increment(ref next) is var i
                    && i < count
                )
                    body(i);
            }
            catch (OperationCanceledException) { }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
        }
    }

    public static T Run<T>(Func<T> body, CancellationToken cancel)
    {
        T result = default!;
        For(1, _ => result = body(), 1, cancel);
        return result;
    }
}
