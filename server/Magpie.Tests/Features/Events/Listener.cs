using System.Net.ServerSentEvents;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Events;

/// <summary>Someone who hears what changes.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly Stream stream;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private Listener(Stream stream)
    {
        this.stream = stream;
        items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<Listener> ListenAsync(ApiUser visitor)
    {
        var listener = new Listener(await visitor.Http.GetStreamAsync("/api/events"));
        Assert.True(await listener.items.MoveNextAsync());
        Assert.Equal("hello", listener.items.Current.EventType);
        return listener;
    }

    public async Task<JsonElement> NextAsync()
    {
        // A stream that beats and says nothing is none to wait for without an end.
        using var timeout = new CancellationTokenSource(ApiUser.Timeout);
        do
        {
            Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(timeout.Token), "The stream ended.");
        } while (items.Current.EventType is "beat");

        Assert.Equal("change", items.Current.EventType);
        return JsonDocument.Parse(items.Current.Data).RootElement;
    }

    /// <summary>The next one of a kind: those of other kinds may come in between.</summary>
    public async Task<JsonElement> NextAsync(string kind)
    {
        while (true)
        {
            var change = await NextAsync();
            if (change.GetProperty("kind").GetString() == kind)
            {
                return change;
            }
        }
    }

    /// <summary>Whatever is heard until then, the server ends it.</summary>
    public async Task EndAsync()
    {
        using var timeout = new CancellationTokenSource(ApiUser.Timeout);
        while (await items.MoveNextAsync().AsTask().WaitAsync(timeout.Token)) { }
    }

    public async Task BeatAsync()
    {
        do
        {
            Assert.True(await items.MoveNextAsync(), "The stream ended.");
        } while (items.Current.EventType is not "beat");
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
