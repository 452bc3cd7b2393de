using System.Collections.Concurrent;
using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

/// <param name="Address">Of the upload.</param>
internal sealed record UnfinishedUpload(string Address, byte[] Bytes);

/// <summary>
/// What people do while a server is recorded. Each good answer goes into the ledger. This half adds files, the other one changes things.
/// </summary>
internal sealed partial class RecordedWork
{
    private static readonly string[] Deleted = ["deleted 1.gif", "deleted 2.gif", "deleted 3.gif", "deleted 4.gif"],
        Emptied = ["emptied 1.gif", "emptied 2.gif"];

    private readonly ApiUser owner;
    private readonly Ledger ledger;
    private readonly ConcurrentDictionary<string, PromisedFile> files = new();

    private RecordedWork(ApiUser owner, Ledger ledger) => (this.owner, this.ledger) = (owner, ledger);

    public static (string Name, byte[] Bytes)[] ManyFiles { get; } =
    [
        ("long.mp4", PaddedVideo.Of(5_000_000)),
        .. new[]
        {
            "coast.jpg",
            "clip.mp4",
            "progressive.jpg",
            "orientation_6.jpg",
            "silent.MP4",
            "phone_gps.jpg",
            "alpha.png",
            "animated.png",
            "variable_rate.mp4",
            "animated.gif",
            "still.webp",
            "animated.webp",
        }.Select(name => (name, FreeMedia.BytesOf(name))),
        .. Deleted.Concat(Emptied).Select(name => (name, FreeMedia.BytesOf("still.gif"))),
    ];

    public static (string Name, byte[] Bytes)[] FewFiles { get; } =
    [.. new[] { "display_p3.jpg", "sixteen_bit.png", "cmyk.jpg" }.Select(name => (name, FreeMedia.BytesOf(name)))];

    public static async Task<RecordedWork> BeginAsync(ServerProcess server, Ledger ledger)
    {
        var owner = await server.SetUpAsync();
        ledger.Enter("the owner", rows => rows.Ask("SELECT \"Email\" FROM \"Accounts\"") == TestApp.OwnerEmail);
        return new(owner, ledger);
    }

    /// <summary>Whole and in pieces, several at once.</summary>
    public Task UploadAsync((string Name, byte[] Bytes)[] some, int clients) =>
        Parallel.ForEachAsync(
            some.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = clients },
            async (file, _) => await UploadAsync(file.Item.Name, file.Item.Bytes, inPieces: file.Index % 2 == 0)
        );

    /// <summary>One of pieces as the web app sends them, and one as connections break.</summary>
    public async Task<IReadOnlyList<UnfinishedUpload>> LeaveUnfinishedAsync() =>
        [await BeginUploadAsync(seed: 2, piece: 1 << 20), await BeginUploadAsync(seed: 3, piece: 777_777)];

    public Task WaitUntilUnderstoodAsync() =>
        Task.WhenAll(
            files
                .Values.Where(file => file.Until == long.MaxValue)
                .Select(async file =>
                {
                    var asset = await owner.WaitUntilUnderstoodAsync(AddressOf(file));
                    Assert.Equal("ready", asset.GetProperty("status").GetString());
                })
        );

    private async Task UploadAsync(string name, byte[] bytes, bool inPieces)
    {
        using var answer = await new TusClient(owner.Http).SendFileAsync(bytes, name, inPieces ? (bytes.Length / 5) + 1 : null);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var asset = Guid.Parse(answer.Header("Magpie-Asset").Split('/')[^1]);
        files[name] = ledger.Enter(name, asset, bytes);
    }

    private async Task<UnfinishedUpload> BeginUploadAsync(int seed, int piece)
    {
        var bytes = PaddedVideo.Of(3_000_000, seed);
        var tus = new TusClient(owner.Http);
        using var created = await tus.CreateAsync(bytes.Length, $"unfinished {seed}.mp4");
        for (var sent = 0; sent < 2 * piece; sent += piece)
        {
            using var answer = await tus.PatchAsync(created.Header("Location"), sent, bytes[sent..(sent + piece)]);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        return new(created.Header("Location"), bytes);
    }

    private static string AddressOf(PromisedFile file) => $"/api/assets/{file.Asset}";
}
