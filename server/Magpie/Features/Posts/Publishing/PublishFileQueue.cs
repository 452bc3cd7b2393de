using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform;
using Magpie.Platform.Media;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// Makes files for publishing. Each is made once, however many ask at the same time, and to the end even if nobody waits any longer:
/// whoever comes back finds it.
/// </summary>
internal sealed class PublishFileQueue(
    IServiceScopeFactory scopes,
    MediaLimiter limiter,
    IHostApplicationLifetime lifetime,
    ILogger<PublishFileQueue> log
)
{
    private readonly SharedWork<(Guid PostId, Guid AssetId, string Version), (PublishFile? File, RuleViolation? Trouble)> running = new();

    /// <param name="ct">Ends the waiting, not the work.</param>
    public Task<(PublishFile? File, RuleViolation? Trouble)> MakeAsync(PublishFileSpec spec, CancellationToken ct) =>
        running.RunAsync((spec.PostId, spec.Asset.Id, spec.Version), () => RunAsync(spec), ct);

    /// <summary>Starts making it before it is needed.</summary>
    public void Prepare(PublishFileSpec spec) => _ = PrepareAsync(spec);

    private async Task PrepareAsync(PublishFileSpec spec)
    {
        try
        {
            if (await MakeAsync(spec, lifetime.ApplicationStopping) is (_, { } trouble))
            {
                log.LogWarning(
                    "The file for publishing of asset {AssetId} could not be made ahead: {Trouble}",
                    spec.Asset.Id,
                    trouble.Message
                );
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It will be made when somebody asks for it.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogWarning(error, "The file for publishing of asset {AssetId} could not be made ahead", spec.Asset.Id);
        }
    }

    /// <summary>Fifty videos that are planned at once must not become fifty encoders, nor fifty originals in the scratch folder.</summary>
    private Task<(PublishFile? File, RuleViolation? Trouble)> RunAsync(PublishFileSpec spec) =>
        limiter.UseAsync(
            spec.Asset.Kind is MediaKind.Video ? MediaWork.VideoExport : MediaWork.PictureExport,
            async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<PublishFiles>().MakeAsync(spec, lifetime.ApplicationStopping);
            },
            lifetime.ApplicationStopping
        );
}
