using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace OrderOps.Transport;

/// <summary>
/// One attempt as it was. Nothing is redacted until somebody looks, so that sending stays cheap. It keeps what it shows, never
/// the request, which leads to its orders and their run.
/// </summary>
internal sealed class TraceEntry
{
    private const int LongestShown = 64 * 1024;

    private readonly string? _label;
    private readonly string _method;
    private readonly byte[]? _body;
    private readonly string _contentType;
    private readonly IEnumerable<KeyValuePair<string, string>> _headers;
    private readonly Uri _address;
    private readonly DateTimeOffset _startedAt;
    private readonly TimeSpan _elapsed;
    private readonly int? _statusCode;
    private readonly string? _failure;
    private readonly IReadOnlyDictionary<string, string> _replyHeaders;
    private readonly int _attempt;
    private readonly SecretLiterals _secrets;
    private readonly string _userAgent;
    private readonly string _replyBody;
    private readonly int _replyLength;

    public TraceEntry(ServiceRequest request, Uri address, AttemptResult result, int attempt, SecretLiterals secrets, string userAgent)
    {
        _label = request.Label;
        _method = request.Method;
        _body = request.Body;
        _contentType = request.ContentType;
        _headers = request.Headers;
        _address = address;
        _startedAt = result.StartedAt;
        _elapsed = result.Elapsed;
        _statusCode = result.StatusCode;
        _failure = result.Failure == AttemptFailure.None ? null : result.Words;
        _replyHeaders = result.Headers;
        _attempt = attempt;
        _secrets = secrets;
        _userAgent = userAgent;

        // A page of a list can be megabytes, and twenty of them would be kept for nothing.
        _replyLength = result.Body.Length;
        _replyBody = _replyLength > LongestShown ? result.Body.Substring(0, LongestShown) : result.Body;
    }

    public TracedExchange Show(bool includePersonalData) => new()
    {
        Time = _startedAt,
        Label = _label is null ? null : _secrets.Hide(_label),
        Method = _method,
        Address = _secrets.Hide(Redaction.Query(_address)),
        RequestHeaders = Headers(RequestHeaders()),
        RequestBody = RequestBody(includePersonalData),
        StatusCode = _statusCode,
        ReplyHeaders = Headers(_replyHeaders),
        ReplyBody = Body(_replyBody, _replyLength, includePersonalData),
        Elapsed = _elapsed,
        Attempt = _attempt,
        Failure = _failure is null ? null : _secrets.Hide(_failure),
    };

    private IEnumerable<KeyValuePair<string, string>> RequestHeaders()
    {
        yield return new KeyValuePair<string, string>("User-Agent", _userAgent);
        if (_body is not null)
            yield return new KeyValuePair<string, string>("Content-Type", _contentType);
        foreach (var header in _headers)
            yield return header;
    }

    private Dictionary<string, string> Headers(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.GroupBy(static header => header.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(
            static group => group.Key,
            group => _secrets.Hide(string.Join(", ", group.Select(static header => Redaction.Header(header.Key, header.Value)))),
            StringComparer.OrdinalIgnoreCase);

    private string RequestBody(bool includePersonalData)
    {
        var text = _body is null ? string.Empty : Encoding.UTF8.GetString(_body);
        return Body(text.Length > LongestShown ? text.Substring(0, LongestShown) : text, text.Length, includePersonalData);
    }

    private string Body(string text, int fullLength, bool includePersonalData)
    {
        var shown = Redaction.Body(_secrets.HideCut(text), includePersonalData);
        return fullLength > text.Length ? FormattableString.Invariant($"{shown}… ({fullLength - text.Length} more characters)") : shown;
    }
}
