// Compiled by Add-Type, in Windows PowerShell too: C# 5 only.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;

/// <summary>Something that takes postings, and answers as a test says.</summary>
public sealed class PostingStub : IDisposable
{
    private readonly HttpListener listener = new HttpListener();
    private readonly ManualResetEvent silence = new ManualResetEvent(true);

    public PostingStub()
    {
        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port + "/omni/";
        probe.Stop();
        StatusCode = 200;
        Body = "{\"hasError\":false,\"errorMessage\":\"\"}";
        Bodies = new List<string>();
        Keys = new List<string>();
        First = new ManualResetEvent(false);
        listener.Prefixes.Add(Address);
        listener.Start();
        new Thread(Listen) { IsBackground = true }.Start();
    }

    public string Address { get; private set; }

    public int StatusCode { get; set; }

    public string Body { get; set; }

    /// <summary>The X-Api-Key that is let in; null lets all in.</summary>
    public string Key { get; set; }

    public List<string> Bodies { get; private set; }

    public List<string> Keys { get; private set; }

    /// <summary>Set once a posting has come.</summary>
    public ManualResetEvent First { get; private set; }

    /// <summary>Answers nothing until it is disposed of.</summary>
    public void FallSilent()
    {
        silence.Reset();
    }

    public void Dispose()
    {
        silence.Set();
        listener.Close();
    }

    private void Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = listener.GetContext();
                ThreadPool.QueueUserWorkItem(delegate { Answer(context); });
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string text;
        try
        {
            using (var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8))
            {
                text = reader.ReadToEnd();
            }
        }
        catch (Exception)
        {
            // Who posted has gone before the end; thrown on, it would end the process.
            return;
        }

        var status = StatusCode;
        var body = Body;
        if (context.Request.HttpMethod == "GET")
        {
            body = "{\"X-Api-Key\":\"" + Key + "\"}";
        }
        else
        {
            lock (Bodies)
            {
                Bodies.Add(text);
                Keys.Add(context.Request.Headers["X-Api-Key"]);
            }

            First.Set();
            if (Key != null && context.Request.Headers["X-Api-Key"] != Key)
            {
                status = 401;
            }
        }

        silence.WaitOne();
        try
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            context.Response.StatusCode = status;
            context.Response.OutputStream.Write(bytes, 0, bytes.Length);
            context.Response.Close();
        }
        catch (Exception)
        {
            // Who asked has gone.
        }
    }
}
