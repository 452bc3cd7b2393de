using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web;

/// <summary>What is read of a body, from whom, and in which form it arrives where it is used.</summary>
public sealed class TextBodyTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("/", 404)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/imports", 401)]
    [InlineData("/api/assets/actions", 401)]
    [InlineData("/api/session", 413)]
    [InlineData("/api/setup", 413)]
    public async Task Nobody_is_waited_for_who_says_to_send_much_and_is_refused_anyway(string path, int status)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, app.Address.Port, TestContext.Current.CancellationToken);
        var wire = connection.GetStream();
        await wire.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n"
            ),
            TestContext.Current.CancellationToken
        );

        using var answer = new StreamReader(wire);

        Assert.StartsWith(
            $"HTTP/1.1 {status} ",
            await answer.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_a_stranger_sixteen_kilobytes_are_read()
    {
        using var much = await SendAsync(
            app.NewVisitor(),
            "/api/session",
            $$"""{"email":"x@example.org","password":"{{new string('x', 20_000)}}"}"""
        );
        using var less = await SendAsync(
            app.NewVisitor(),
            "/api/session",
            $$"""{"email":"x@example.org","password":"{{new string('x', 15_000)}}"}"""
        );

        Assert.Equal("The request is larger than this address accepts.", (await much.ShouldBeProblemAsync(413, "too-large")).Sentence());
        await less.ShouldBeProblemAsync(400, "invalid-request");
    }

    [Theory]
    [InlineData("application/json; charset=\"utf-8\"", 201)]
    [InlineData("application/json; charset=UTF-8", 201)]
    [InlineData("application/json; charset=foo", 415)]
    [InlineData("application/json; charset=utf-7", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"\"", 415)]
    public async Task Text_comes_in_UTF8(string type, int status)
    {
        using var answer = await SendAsync(app.Owner, "/api/tokens", """{"name":"ü","scope":"read"}""", type);

        if (status is 415)
        {
            Assert.Equal("Send the body in UTF-8.", (await answer.ShouldBeProblemAsync(415, "media-type")).Sentence());
        }
        else
        {
            Assert.Equal("ü", (await answer.ReadJsonAsync()).GetProperty("name").GetString());
        }
    }

    [Theory]
    [InlineData("utf-7", 415)]
    [InlineData("\"utf-8\"", 400)]
    public async Task So_does_a_form(string charset, int status)
    {
        using var answer = await SendAsync(
            app.Owner,
            "/api/assets/zip",
            "request={}",
            $"application/x-www-form-urlencoded; charset={charset}"
        );

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("\uFEFF{", "")]
    [InlineData("{", ""","zzz":{"a":1,"a":2}""")]
    [InlineData("{", ""","zzz":[[],{},1.50,-2e3,true,false,"\\\"\n\u00e9",{"a":null}]""")]
    public async Task Whatever_stands_around_it_a_text_is_cleaned(string begin, string end)
    {
        using var answer = await SendAsync(app.Owner, "/api/tokens", $$"""{{begin}}"name":"a\uFFFF😀é","scope":"read"{{end}}}""");

        Assert.Equal("a😀é", (await answer.ReadJsonAsync()).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData(""","zzz":"\ud800"}""")]
    [InlineData(""","\ud800":1}""")]
    [InlineData(""","zzz":[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}""")]
    [InlineData("} {}")]
    [InlineData("} // so far")]
    [InlineData("")]
    public async Task What_cannot_be_cleaned_is_refused(string end)
    {
        using var answer = await SendAsync(app.Owner, "/api/tokens", $$"""{"name":"a\uFFFF","scope":"read"{{end}}""");

        Assert.Equal(
            "The request cannot be read. Check its body and its parameters.",
            (await answer.ShouldBeProblemAsync(400, "invalid-request")).Sentence()
        );
    }

    [Fact]
    public async Task A_long_text_arrives_as_it_was_sent()
    {
        var note = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number} \"é\" 😀\n"));
        var sent = JsonSerializer.Serialize(
            new
            {
                name = "a",
                scope = "read",
                zzz = note,
            }
        );

        using var read = Magpie.Platform.Web.CleanJson.Read(Encoding.UTF8.GetBytes(sent)).Clean!;

        Assert.Equal(note, JsonDocument.Parse(read).RootElement.GetProperty("zzz").GetString());
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiUser visitor, string address, string body, string type = "application/json")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return await visitor.Http.PostAsync(address, content);
    }
}
