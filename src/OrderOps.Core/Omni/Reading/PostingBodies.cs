using System;
using System.Collections.Generic;

namespace OrderOps.Omni;

/// <summary>The postings of a text or a file: one, a list of them, or one after the other, each as it stands there.</summary>
internal static class PostingBodies
{
    /// <summary>Takes bytes apart. What is no JSON, or no list of objects, stays one body.</summary>
    public static IReadOnlyList<byte[]> Split(byte[] bytes)
    {
        int start = bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0;
        JsonCursor json = new(bytes, start);
        List<byte[]> bodies = new();
        try
        {
            while (json.Peek() != 0)
            {
                if (json.Peek() != '[')
                {
                    bodies.Add(Next(json));
                    continue;
                }

                bool first = true;
                json.BeginList();
                while (json.NextElement(ref first))
                {
                    bodies.Add(Next(json));
                }
            }

            json.End();
        }
        catch (PostingFault)
        {
            return [bytes];
        }

        return bodies.Count > 1 || (bodies.Count == 1 && bodies[0].Length > 0 && bodies[0][0] == '{') ? bodies : [bytes];
    }

    private static byte[] Next(JsonCursor json)
    {
        json.Peek();
        int start = json.Position;
        json.Skip();
        byte[] body = new byte[json.Position - start];
        Buffer.BlockCopy(json.Body, start, body, 0, body.Length);
        return body;
    }
}
