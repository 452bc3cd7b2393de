using System.IO.Compression;
using System.Net.Http.Json;
using System.Net.Sockets;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>A ZIP is sent for as long as somebody reads it; what it may hold is asked for each file anew.</summary>
public sealed class ZipRightsTests(SharedApp app) : IClassFixture<SharedApp>
{
    /// <summary>More than the lines between two programs of one machine keep for the one that reads slowly.</summary>
    private const int FileBytes = 12_000_000;

    [Theory, InlineData("membership"), InlineData("session"), InlineData("token")]
    public async Task A_download_breaks_off_when_the_right_to_it_is_gone(string right)
    {
        var group = await app.AddGroupAsync($"Downloaded without a {right}");
        await AddAsync(group, count: 3);
        var member = await app.AddMemberAsync(GroupRole.Viewer, group);
        var token = right is "token" ? await member.MakeTokenAsync("write") : default;
        using var reader = SlowReader(member, token.Text);
        using var answer = await BeginAsync(reader, new { filter = new { group } });
        await using var zip = await answer.Content.ReadAsStreamAsync(Ct);
        await zip.ReadExactlyAsync(new byte[1000], Ct);

        await (
            right switch
            {
                "membership" => app.SetRoleAsync(member, null),
                "session" => member.Http.DeleteAsync("/api/session", Ct),
                _ => member.Http.DeleteAsync($"/api/tokens/{token.Id}", Ct),
            }
        );

        var received = 0L;
        var broken = await Record.ExceptionAsync(async () =>
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = await zip.ReadAsync(buffer, Ct)) > 0; received += count) { }
        });
        Assert.True(broken is IOException or HttpRequestException, $"{broken}, {received}");
        Assert.InRange(received, 1, FileBytes + 100_000);
    }

    [Fact]
    public async Task What_went_to_the_trash_or_to_another_group_meanwhile_is_left_out()
    {
        var group = await app.AddGroupAsync("Downloaded while it was tidied");
        var (away, trashed, kept) = await AddAsync(group, count: 3) is [var one, var two, var three] ? (one, two, three) : default;
        var member = await app.AddMemberAsync(GroupRole.Viewer, group);
        using var reader = SlowReader(member);
        using var answer = await BeginAsync(reader, new { assetIds = new[] { away, trashed, kept } });
        await using var zip = await answer.Content.ReadAsStreamAsync(Ct);
        using var received = new MemoryStream();
        var first = new byte[1000];
        await zip.ReadExactlyAsync(first, Ct);
        received.Write(first);

        await app.Owner.ActAsync(
            new
            {
                action = "move",
                assetIds = new[] { away },
                groupId = await app.MainGroupAsync(),
            }
        );
        await app.Owner.ActAsync(new { action = "delete", assetIds = new[] { trashed } });
        await zip.CopyToAsync(received, Ct);

        Assert.Equal("2.mp4", Assert.Single(new ZipArchive(received).Entries).FullName);
    }

    [Fact]
    public async Task What_lies_in_the_trash_can_be_downloaded_from_there()
    {
        var group = await app.AddGroupAsync("Downloaded from the trash");
        using var added = await new TusClient(app.Owner.Http).SendFileAsync(FreeMedia.BytesOf("still.gif"), "old.gif", group: $"{group}");
        await app.Owner.ActAsync(new { action = "delete", assetIds = new[] { added.Header("Magpie-Asset").Split('/')[^1] } });

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/assets/zip", new { filter = new { group, trash = true } }, Ct);

        Assert.Equal("old.gif", Assert.Single(new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct)).Entries).FullName);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The last one is the first in a download.</summary>
    private async Task<List<Guid>> AddAsync(Guid group, int count)
    {
        var assets = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await new TusClient(app.Owner.Http).SendFileAsync(
                PaddedVideo.Of(FileBytes, seed: i),
                $"{i}.mp4",
                group: $"{group}"
            );
            assets.Add(Guid.Parse(answer.Header("Magpie-Asset").Split('/')[^1]));
        }

        return assets;
    }

    private HttpClient SlowReader(ApiUser member, string? token = null)
    {
        var reader = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = token is null ? member.Cookies : new(),
                UseProxy = false,
                ConnectCallback = async (context, ct) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1 << 16 };
                    await socket.ConnectAsync(context.DnsEndPoint, ct);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            BaseAddress = app.Address,
        };
        reader.DefaultRequestHeaders.Authorization = token is null ? null : new("Bearer", token);
        return reader;
    }

    private static async Task<HttpResponseMessage> BeginAsync(HttpClient reader, object what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assets/zip") { Content = JsonContent.Create(what) };
        var answer = await reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return answer;
    }
}
