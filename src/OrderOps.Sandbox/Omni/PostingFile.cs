using System;
using System.Collections.Generic;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.Omni;

/// <summary>Postings of a file: one, an array of them, or one a line. What is no JSON is one posting, sent as it is.</summary>
public static class PostingFile
{
    /// <summary>Reads a file.</summary>
    public static IEnumerable<OutgoingPosting> Read(string path) => Split(File.ReadAllBytes(path));

    /// <summary>Takes bytes apart.</summary>
    public static IEnumerable<OutgoingPosting> Split(byte[] bytes)
    {
        if (bytes is null)
        {
            throw new ArgumentNullException(nameof(bytes));
        }

        List<JToken> values = new();
        try
        {
            using StreamReader text = new(new MemoryStream(bytes));
            using JsonTextReader reader = PostingJson.Reader(text);
            reader.SupportMultipleContent = true;
            while (reader.Read())
            {
                values.Add(JToken.ReadFrom(reader));
            }
        }
        catch (JsonException)
        {
            values.Clear();
        }

        // A single one goes out as its file has it, blanks and duplicate keys included.
        return values.Count == 0 || (values.Count == 1 && values[0] is not JArray) ? [OutgoingPosting.Of(bytes)] : Apart(values);
    }

    private static IEnumerable<OutgoingPosting> Apart(List<JToken> values)
    {
        foreach (JToken value in values)
        {
            if (value is JArray list)
            {
                foreach (JToken entry in list)
                {
                    yield return OutgoingPosting.Of(PostingJson.Bytes(entry));
                }
            }
            else
            {
                yield return OutgoingPosting.Of(PostingJson.Bytes(value));
            }
        }
    }
}
