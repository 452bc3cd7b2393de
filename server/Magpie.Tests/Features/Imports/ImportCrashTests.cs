using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

public sealed class ImportCrashTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_running_when_the_server_ended_is_fetched_when_it_is_back_past_any_proxy(bool killed)
    {
        await using var tripwire = new Tripwire();
        await using var source = new SourceServer();
        var proxy = $"http://127.0.0.1:{tripwire.Port}";
        await using var server = await ServerProcess.StartNewAsync([
            .. source.Settings.Select(one => (one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value)),
            ("HTTPS_PROXY", proxy),
            ("https_proxy", proxy),
            ("ALL_PROXY", proxy),
            ("http_proxy", proxy),
        ]);
        var owner = await server.SetUpAsync();

        var reached = new TaskCompletionSource();
        var file = FreeMedia.BytesOf("coast.jpg");
        var url = source.Page(
            "a.jpg",
            async http =>
            {
                await http.Response.Body.WriteAsync(file.AsMemory(0, 6000));
                await http.Response.Body.FlushAsync();
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        var id = await owner.ImportAsync(url);
        await reached.Task.WaitAsync(ApiUser.Timeout);
        await (killed ? server.KillAsync() : server.StopAsync());
        source.Put("a.jpg", file);
        await server.StartAsync();

        Assert.Null(await owner.FailureOfAsync(id));
        Assert.Equal(file, await owner.Http.GetByteArrayAsync($"/api/assets/{id}/original"));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(server.DataFolder, "blobs", "originals"), "*", SearchOption.AllDirectories));
        // What is being understood at the moment passes through there as well.
        await ApiUser.WaitUntilNoneIsLeftAsync(() =>
            Task.FromResult(
                Directory.EnumerateFiles(Path.Combine(server.DataFolder, "blobs", "tmp"), "*", SearchOption.AllDirectories).Count()
            )
        );
        Assert.Equal(1, (await owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
        Assert.Equal(0, tripwire.Connections);
    }
}
