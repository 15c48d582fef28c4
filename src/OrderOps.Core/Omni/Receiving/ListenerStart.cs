using System;
using System.Net;
using System.Threading;

namespace OrderOps.Omni;

/// <summary>Starts an HttpListener where senders may be knocking already, as they are after a restart.</summary>
internal static class ListenerStart
{
    private const int Attempts = 10;

    /// <summary>Listens at a prefix.</summary>
    /// <param name="prefix">The prefix, as HttpListener takes it.</param>
    /// <exception cref="HttpListenerException">It can't listen there.</exception>
    public static HttpListener At(string prefix)
    {
        bool collided = false;
        for (int attempt = 1; ; attempt++)
        {
            HttpListener listener = new() { IgnoreWriteExceptions = true };
            try
            {
                listener.Prefixes.Add(prefix);
                listener.Start();
                return listener;
            }
            catch (Exception failure) when (attempt < Attempts && IsCollision(failure, collided))
            {
                listener.Close();
                collided = true;

                // The socket of the failed attempt goes with its finalizer, and the port with the socket.
                GC.Collect();
                GC.WaitForPendingFinalizers();
                Thread.Sleep(20);
            }
            catch
            {
                listener.Close();
                throw;
            }
        }
    }

    // Outside of Windows the listener accepts before it is fully made: who connects in that instant makes Start fail
    // with a null argument, and the next Start finds the port taken until the first one's socket is gone.
    private static bool IsCollision(Exception failure, bool collided) =>
        failure is ArgumentNullException || (collided && failure is HttpListenerException);
}
