using System;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace OrderOps.Sandbox.External;

/// <summary>An order that was created, or that is no longer as it was generated. It is never changed, only replaced.</summary>
internal sealed class ChangedOrder(long id, JObject json, DateTimeOffset createdAt)
{
    public long Id { get; } = id;

    public JObject Json { get; } = json;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string? Status => Json["status"] is JValue { Type: JTokenType.String } status ? (string?)status : null;

    public string? Rrn => Json["rrn"] is JValue rrn ? Convert.ToString(rrn.Value, CultureInfo.InvariantCulture) : null;
}
