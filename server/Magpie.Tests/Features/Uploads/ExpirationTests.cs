using System.Net;
using Magpie.Features.Uploads;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Magpie.Tests.Features.Uploads;

public sealed class ExpirationTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);

    [Fact]
    public async Task What_nobody_continues_is_given_up_with_its_bytes_and_its_reservation()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");
        var usage = await UsageAsync();
        var (forgotten, alive) = (await BeginAsync(bytes), await BeginAsync(bytes));
        await ExpireAsync(forgotten);

        await SweepAsync();

        await ApiUser.WaitForAsync(() => tus.HeadAsync(forgotten), head => head.StatusCode is HttpStatusCode.NotFound);
        Assert.Equal("100000", (await tus.HeadAsync(alive)).Header("Upload-Offset"));
        Assert.Equal(usage + bytes.Length, await UsageAsync());
        await ApiUser.WaitUntilNoneIsLeftAsync(() => Task.FromResult(app.BlobFilesOf(IdOf(forgotten)).Count));
        Assert.Single(app.BlobFilesOf(IdOf(alive)));
        await (await tus.PatchAsync(forgotten, 100_000, bytes[100_000..])).ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Each_part_puts_the_end_off()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");
        var upload = await BeginAsync(bytes);
        await ExpireAsync(upload, DateTime.UtcNow.AddMinutes(3));

        using var more = await tus.PatchAsync(upload, 100_000, bytes[100_000..110_000]);

        Assert.True(ExpiresAfter(more) > new TimeSpan(0, 5, 0));
        var forgotten = await BeginAsync(bytes);
        await ExpireAsync(forgotten);
        await SweepAsync();
        await ApiUser.WaitForAsync(() => tus.HeadAsync(forgotten), head => head.StatusCode is HttpStatusCode.NotFound);
        Assert.Equal("110000", (await tus.HeadAsync(upload)).Header("Upload-Offset"));
    }

    [Fact]
    public async Task An_upload_of_which_no_byte_comes_ends_after_ten_minutes_and_says_so()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");
        using var created = await tus.CreateAsync(bytes.Length, "unsent.jpg");
        var upload = created.Header("Location");
        Assert.InRange(ExpiresAfter(created), new TimeSpan(0, 9, 30), new TimeSpan(0, 10, 30));
        using var head = await tus.HeadAsync(upload);
        Assert.Equal(created.Header("Upload-Expires"), head.Header("Upload-Expires"));

        using var sent = await tus.PatchAsync(upload, 0, bytes[..1000]);

        Assert.InRange(ExpiresAfter(sent), TimeSpan.FromHours(47.9), TimeSpan.FromHours(48.1));
        Assert.Equal(sent.Header("Upload-Expires"), (await tus.HeadAsync(upload)).Header("Upload-Expires"));
    }

    [Fact]
    public async Task An_upload_lives_on_as_soon_as_bytes_come_however_long_until_they_count()
    {
        var upload = (await tus.CreateAsync(1_000_000, "slow.jpg")).Header("Location");
        using var running = await HangingPatch.BeginAsync(app, app.Owner, upload, 0, 1_000_000);

        await running.SendAsync(FreeMedia.BytesOf("coast.jpg")[..100]);

        var row = await ApiUser.WaitForAsync(
            () => app.InDatabaseAsync(db => db.Uploads.AsNoTracking().SingleAsync(u => u.Id == IdOf(upload))),
            u => u.ExpiresAt > u.CreatedAt.AddHours(47)
        );
        Assert.Equal(0, row.Offset);
    }

    [Fact]
    public async Task An_asset_outlives_the_memory_of_its_upload()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.webp"));
        var upload = asset.Replace("assets", "uploads", StringComparison.Ordinal);
        await ExpireAsync(upload);

        await SweepAsync();

        await ApiUser.WaitForAsync(() => tus.HeadAsync(upload), head => head.StatusCode is HttpStatusCode.NotFound);
        Assert.Equal(FreeMedia.BytesOf("still.webp"), await app.Owner.Http.GetByteArrayAsync(asset + "/original"));
    }

    private async Task<string> BeginAsync(byte[] bytes)
    {
        var upload = (await tus.CreateAsync(bytes.Length, "a.jpg")).Header("Location");
        using var answer = await tus.PatchAsync(upload, 0, bytes[..100_000]);
        Assert.Equal("100000", answer.Header("Upload-Offset"));
        return upload;
    }

    private Task<int> ExpireAsync(string upload, DateTime at = default)
    {
        var id = IdOf(upload);
        return app.InDatabaseAsync(db =>
            db.Uploads.Where(u => u.Id == id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, at))
        );
    }

    private static TimeSpan ExpiresAfter(HttpResponseMessage answer) =>
        DateTimeOffset.Parse(answer.Header("Upload-Expires"), System.Globalization.CultureInfo.InvariantCulture)
        - answer.Headers.Date!.Value;

    private static Guid IdOf(string upload) => Guid.Parse(upload[^36..]);

    private async Task SweepAsync() =>
        await (await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(UploadSweep.Key);

    private async Task<long> UsageAsync() =>
        (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64();
}
