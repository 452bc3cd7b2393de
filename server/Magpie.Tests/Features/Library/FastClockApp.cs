using Magpie.Model.Library;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Magpie.Tests.Features.Library;

/// <summary>One picture worker, video tools that a test may take away and give back, and a clock that runs ten times as fast.</summary>
public class FastClockApp : TestApp
{
    /// <summary>Never ends, even where it is deleted before tail has opened it, and its arguments name this app's folder.</summary>
    internal const string Hang = "exec tail -f /dev/null \"$0\"";

    private const double Speed = 10;

    protected virtual string VideoTimeout => "01:00:00";

    /// <summary>Beside the data, which decoders may not enter.</summary>
    private string ToolsFolder => $"{DataFolder}-tools";

    /// <summary>By its own clock.</summary>
    public DateTime Now => Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    internal Leftovers Leftovers => new(this);

    internal WorkerProcesses Workers => new(this);

    /// <summary>What ffprobe is from now on: the installed one, or a script with this line.</summary>
    public void SetFfprobe(string? script) => SetTool("ffprobe", script);

    public void SetFfmpeg(string? script) => SetTool("ffmpeg", script);

    public void TakeFfprobeAway() => File.Delete(Path.Combine(ToolsFolder, "ffprobe"));

    /// <summary>How often processing the asset came to nothing, and how often it was interrupted, as its row has it.</summary>
    public Task<(int Attempts, int Interruptions)> TriesAsync(Guid assetId) =>
        this.InDatabaseAsync(async db =>
        {
            var asset = await db.Assets.AsNoTracking().SingleAsync(a => a.Id == assetId);
            return (asset.Attempts, asset.Interruptions);
        });

    /// <summary>Whether somebody is at work on it: then it is due only when they must long have ended.</summary>
    public Task<bool> HasBegunAsync(Guid assetId)
    {
        var soon = Now.AddMinutes(10);
        return this.InDatabaseAsync(db => db.Assets.AnyAsync(a => a.Id == assetId && a.DueAt > soon));
    }

    /// <summary>As trouble leaves it: to be processed, due long ago, and nobody at work on it.</summary>
    public Task AbandonAsync(Guid assetId, int interruptions) =>
        this.InDatabaseAsync(db =>
            db.Assets.Where(a => a.Id == assetId)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(a => a.Status, AssetStatus.Processing)
                        .SetProperty(a => a.Interruptions, interruptions)
                        .SetProperty(a => a.DueAt, DateTime.UnixEpoch)
                )
        );

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Magpie:Media:Workers", "1"),
            new("Magpie:Media:PictureTimeout", "01:00:00"),
            new("Magpie:Media:VideoTimeout", VideoTimeout),
            new("Magpie:Media:ProbeTimeout", "01:00:00"),
            new("Magpie:Media:CheckTimeout", "01:00:00"),
            new("Magpie:Media:FfprobePath", Path.Combine(ToolsFolder, "ffprobe")),
            new("Magpie:Media:FfmpegPath", Path.Combine(ToolsFolder, "ffmpeg")),
        ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(ToolsFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Directory.CreateDirectory(ToolsFolder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ToolsFolder, (UnixFileMode)0b111_101_101);
        }

        SetFfprobe(script: null);
        SetFfmpeg(script: null);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FastClock(Speed))));
    }

    private void SetTool(string name, string? script)
    {
        var path = Path.Combine(ToolsFolder, name);
        File.Delete(path);
        if (script is null)
        {
            File.CreateSymbolicLink(path, $"/usr/bin/{name}");
        }
        else
        {
            File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, (UnixFileMode)0b101_101_101);
            }
        }
    }
}
