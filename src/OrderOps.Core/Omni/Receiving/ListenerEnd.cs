using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace OrderOps.Omni;

/// <summary>Closes a listener so that nobody takes its end for an answer.</summary>
/// <remarks>
/// Outside of Windows, HttpListener ends the response of every connection that it holds when it closes, and an ended
/// response is "200 OK" without a body: to a sender whose posting is on its way, and that nobody has read. Neither
/// Stop nor Abort is different, so the sockets are shut down first, which only the listener's own fields lead to; where
/// they have other names, it closes as it always did. Shut down, not closed: where one is closed just as half of a head
/// has been read, the listener's next read throws on a thread where nobody catches it, and the process ends.
/// </remarks>
internal static class ListenerEnd
{
    private const BindingFlags Inner = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Closes it.</summary>
    public static void Close(HttpListener listener)
    {
        try
        {
            foreach (object endPoint in EndPoints(listener))
            {
                // Nobody is let in any more who would have to be shown out.
                SocketOf(endPoint)?.Close();
                Entries(Read(endPoint, "_unregisteredConnections", "unregistered")).ForEach(ShutDown);
            }

            Entries(Read(listener, "_connections", "connections")).ForEach(ShutDown);
        }
        catch (Exception failure) when (failure is InvalidCastException or InvalidOperationException or SocketException)
        {
            // Other types than expected, or a collection that changed: what was not closed is closed below.
        }

        listener.Close();
    }

    private static IEnumerable<object> EndPoints(HttpListener listener)
    {
        Assembly assembly = typeof(HttpListener).Assembly;
        Type? manager = assembly.GetType("System.Net.HttpEndPointManager") ?? assembly.GetType("System.Net.EndPointManager");
        IDictionary? byAddress = manager is null ? null : (IDictionary?)Field(manager, "s_ipEndPoints", "ip_to_endpoints")?.GetValue(null);
        if (byAddress is null)
        {
            return [];
        }

        lock (byAddress.SyncRoot)
        {
            return [.. byAddress.Values.Cast<IDictionary>().SelectMany(static byPort => byPort.Values.Cast<object>())
                .Where(endPoint => ReferenceEquals(Read(endPoint, "_listener", "listener"), listener))];
        }
    }

    private static List<object> Entries(object? collection)
    {
        if (collection is not IEnumerable entries)
        {
            return [];
        }

        lock ((collection as ICollection)?.SyncRoot ?? collection)
        {
            return [.. (collection is IDictionary dictionary ? dictionary.Keys : entries).Cast<object>()];
        }
    }

    private static void ShutDown(object connection)
    {
        try
        {
            SocketOf(connection)?.Shutdown(SocketShutdown.Both);
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // Its sender has gone already.
        }
    }

    private static Socket? SocketOf(object owner) => Read(owner, "_socket", "sock") as Socket;

    private static object? Read(object owner, string name, string nameInMono) => Field(owner.GetType(), name, nameInMono)?.GetValue(owner);

    private static FieldInfo? Field(Type type, string name, string nameInMono) => type.GetField(name, Inner) ?? type.GetField(nameInMono, Inner);
}
