using System;
using System.IO;
using System.Net;
using System.Text;
using System.Threading.Tasks;

namespace OrderOps.Benchmarks;

/// <summary>What HttpListener allows: it reads a body and says that it is stored, and stores nothing.</summary>
internal static class BareListener
{
    private static readonly byte[] Answer = Encoding.ASCII.GetBytes("""{"hasError":false,"errorMessage":""}""");

    public static void Run(string prefix, TextReader input, TextWriter output)
    {
        using HttpListener listener = new();
        listener.Prefixes.Add(prefix);
        listener.Start();
        for (int i = 0; i < Math.Max(4, Environment.ProcessorCount * 2); i++)
        {
            _ = Task.Run(() => AcceptAsync(listener));
        }

        output.WriteLine("ready");
        input.ReadToEnd();
    }

    private static async Task AcceptAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context = await listener.GetContextAsync().ConfigureAwait(false);
            _ = AnswerAsync(context);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context)
    {
        await context.Request.InputStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        context.Response.ContentLength64 = Answer.Length;
        await context.Response.OutputStream.WriteAsync(Answer).ConfigureAwait(false);
        context.Response.Close();
    }
}
