using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;
using OrderOps.Sandbox.Server;

namespace OrderOps.Sandbox.Integration;

/// <summary>
/// An upsert (vendor page: Order Upsert API). Nothing of a request that is refused is taken; of one that is not, rows
/// without a change and rows with values that can't be right are counted together, and none of them is named.
/// </summary>
internal sealed class UpsertRequest(RequestHead head, string operation, string body, UpsertBody content, UpsertTable table, IntegrationService service)
    : SandboxRequest(head, IntegrationService.ServiceName, operation, body)
{
    private readonly string? _token = head.Header("token");

    public override IReadOnlyList<string> Keys { get; } = content.Keys(table.Schema.Key);

    internal override Reply Answer(ReplyShape shape)
    {
        if (Method != "POST")
            return IntegrationReplies.Error(405, "Method Not Allowed");
        if (_token != service.Token)
            return IntegrationReplies.Error(401, _token is null ? "Token is required" : "Invalid token");
        if (!content.IsObject)
            return IntegrationReplies.BadRequest("", "Unexpected token in JSON");
        if (content.Rows is not { Count: > 0 } rows)
            return Refusal(new(null), "data", "must be an array with at least 1 items");
        if (rows.Count > service.BatchLimit)
            return Refusal(new(null), "data", "must contain less than or equal to " + RowPath.Text(service.BatchLimit!.Value) + " items");
        return FirstMistake(rows)
            ?? IntegrationReplies.Counted(table.Upsert(rows.Cast<JObject>(), DateTimeOffset.UtcNow), shape);
    }

    private Reply? FirstMistake(JArray rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not JObject row)
                return Refusal(new(i), "data", "must be of type object");
            if (table.Schema.Missing(row) is { } missing)
                return Refusal(new(i, missing), missing.LastOrDefault() ?? "data", "is required");
            if (table.Poison.TryGetValue(FieldValue.Text(row[table.Schema.Key]), out var poison))
                return Refusal(new(i, poison.Key), poison.Key, poison.Value);
        }

        return null;
    }

    private Reply Refusal(RowPath path, string field, string words)
        => IntegrationReplies.BadRequest(path.Write(service.PathForm), "\"" + field + "\" " + words);
}
