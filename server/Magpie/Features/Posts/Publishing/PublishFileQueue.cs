using Magpie.Model;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// Makes files for publishing, each once however many ask at the same time, and to the end although nobody waits any longer: whoever
/// comes back finds it.
/// </summary>
internal sealed class PublishFileQueue(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<PublishFileQueue> log)
    : IDisposable
{
    /// <summary>Fifty videos that are planned at once must not be fifty encoders.</summary>
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    private readonly SharedWork<(Guid PostId, Guid AssetId, string Version), (PublishFile? File, RuleViolation? Trouble)> running = new();

    /// <param name="ct">Ends the waiting, not the work.</param>
    public Task<(PublishFile? File, RuleViolation? Trouble)> MakeAsync(PublishFileSpec spec, CancellationToken ct) =>
        running.RunAsync((spec.PostId, spec.Asset.Id, spec.Version), () => RunAsync(spec), ct);

    /// <summary>Has it made ahead of the time when it is needed.</summary>
    public void Prepare(PublishFileSpec spec) => _ = PrepareAsync(spec);

    public void Dispose() => places.Dispose();

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
            // It is made when somebody asks for it.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogWarning(error, "The file for publishing of asset {AssetId} could not be made ahead", spec.Asset.Id);
        }
    }

    private async Task<(PublishFile? File, RuleViolation? Trouble)> RunAsync(PublishFileSpec spec)
    {
        await places.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<PublishFiles>().MakeAsync(spec, lifetime.ApplicationStopping);
        }
        finally
        {
            places.Release();
        }
    }
}
