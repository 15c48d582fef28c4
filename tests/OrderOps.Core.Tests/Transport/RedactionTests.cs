using System;
using OrderOps.Transport;
using Xunit;

namespace OrderOps.Tests.Transport;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("""{"data":{"shipments":[{"order":"A-1"}],"access_token":"s3cret","secret_key":"s3cret"}}""", """{"data":{"shipments":[{"order":"A-1"}],"access_token":"REDACTED","secret_key":"REDACTED"}}""")]
    [InlineData("""{"Access-Token" : "s3cret" , "a":1}""", """{"Access-Token" : "REDACTED" , "a":1}""")]
    [InlineData("""{"access\u005ftoken":"s3cret"}""", """{"access\u005ftoken":"REDACTED"}""")]
    [InlineData("""{"token":"s3\"cret,\\","a":1}""", """{"token":"REDACTED","a":1}""")]
    [InlineData("""{"token":{"value":"s3cret","list":["s3cret"]},"a":1}""", """{"token":"REDACTED","a":1}""")]
    [InlineData("""{"api_token":12345,"a":1}""", """{"api_token":"REDACTED","a":1}""")]
    [InlineData("""[{"password":"s3cret"},{"Authorization":"Bearer s3cret"}]""", """[{"password":"REDACTED"},{"Authorization":"REDACTED"}]""")]
    [InlineData("""{"token":"","secret_key":null}""", """{"token":"","secret_key":null}""")]
    [InlineData("""{"a":1,"secret_key":"s3cr""", """{"a":1,"secret_key":"REDACTED" """)]
    [InlineData("""{"token":{"a":["s3cret""", """{"token":"REDACTED" """)]
    [InlineData("""{"error":"no such field in {\"access_token\":\"s3cret\"}"}""", """{"error":"no such field in {\"access_token\":\"REDACTED\"}"}""")]
    [InlineData("access_token=s3cret&order=A-1&secret_key=s3cret", "access_token=REDACTED&order=A-1&secret_key=REDACTED")]
    [InlineData("<p>Authorization: Bearer s3cret</p>", "<p>Authorization: REDACTED</p>")]
    [InlineData("{'token': 's3cret', 'order': 'A-1'}", "{'token': 'REDACTED', 'order': 'A-1'}")]
    [InlineData("""{"next":"https://host.example/list?token=s3cret&page=2"}""", """{"next":"https://host.example/list?token=REDACTED&page=2"}""")]
    [InlineData("""{"html_message":"Access Token Not Match.","remark":"Pincode does not exists"}""", """{"html_message":"Access Token Not Match.","remark":"Pincode does not exists"}""")]
    public void Secrets_go_by_their_names(string body, string expected)
    {
        Assert.Equal(expected.TrimEnd(), Redaction.Body(body, includePersonalData: false));
        Assert.Equal(expected.TrimEnd(), Redaction.Body(body, includePersonalData: true));
    }

    [Theory]
    [InlineData("""{"name":"Asha","phone":"9876543210","pin":"400001","order":"A-1"}""", """{"name":"***","phone":"***","pin":"400001","order":"A-1"}""")]
    [InlineData("""{"add":"1 Road","add2":"Flat","add3":"","billing_name":"Asha","billing_add":"1 Road"}""", """{"add":"***","add2":"***","add3":"","billing_name":"***","billing_add":"***"}""")]
    [InlineData("""{"alt_phone":9876543210,"email":"a@b.example","company_name":"C"}""", """{"alt_phone":"***","email":"***","company_name":"***"}""")]
    [InlineData("""{"address":{"address_ru":"x","sector":1},"product_name":"Shirt"}""", """{"address":"***","product_name":"Shirt"}""")]
    [InlineData("""{"remark":"Order of asha.rao@mail.example is late"}""", """{"remark":"Order of *** is late"}""")]
    [InlineData("name=Asha&phone=9876543210&order=A-1", "name=***&phone=***&order=A-1")]
    public void Personal_data_are_masked_unless_asked_for(string body, string masked)
    {
        Assert.Equal(masked, Redaction.Body(body, includePersonalData: false));
        Assert.Equal(body, Redaction.Body(body, includePersonalData: true));
    }

    [Theory]
    [InlineData("Content-Type", "application/json", "application/json")]
    [InlineData("retry-after", "60", "60")]
    [InlineData("token", "s3cret", "REDACTED")]
    [InlineData("API-Token", "s3cret", "REDACTED")]
    [InlineData("Authorization", "Bearer s3cret", "REDACTED")]
    [InlineData("Proxy-Authorization", "Basic s3cret", "REDACTED")]
    [InlineData("Cookie", "id=s3cret", "REDACTED")]
    [InlineData("Set-Cookie", "id=s3cret", "REDACTED")]
    [InlineData("X-Api-Key", "s3cret", "REDACTED")]
    [InlineData("X-Anything-New", "s3cret", "REDACTED")]
    [InlineData("Location", "https://host.example/login?next=s3cret", "https://host.example/login?next=REDACTED")]
    [InlineData("Location", "/login?next=s3cret", "REDACTED")]
    [InlineData("token", "", "")]
    public void Only_headers_known_to_be_harmless_are_shown(string name, string value, string expected) =>
        Assert.Equal(expected, Redaction.Header(name, value));

    [Theory]
    [InlineData("https://host.example/a/b", "https://host.example/a/b")]
    [InlineData("https://host.example/a?page=2&page_size=100", "https://host.example/a?page=2&page_size=100")]
    [InlineData("https://host.example/a?search=9876543210&page=2&token=x&flag", "https://host.example/a?search=REDACTED&page=2&token=REDACTED&REDACTED")]
    [InlineData("https://me:s3cret@host.example:8443/a", "https://host.example:8443/a")]
    public void Only_query_names_known_to_be_harmless_are_shown(string address, string expected) =>
        Assert.Equal(expected, Redaction.Query(new Uri(address)));
}
