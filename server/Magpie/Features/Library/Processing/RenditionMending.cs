using Magpie.Platform;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// Makes renditions again when somebody asks for them and their bytes are missing or short. They are not flushed to disk when they are
/// made, so a power cut may destroy some.
/// </summary>
internal sealed class RenditionMending(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    private readonly SharedWork<Guid, bool> mending = new();

    public Task MendAsync(Guid assetId, CancellationToken ct) => mending.RunAsync(assetId, () => RunAsync(assetId), ct);

    private async Task<bool> RunAsync(Guid assetId)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProcessAsset>().RemakeAsync(assetId, lifetime.ApplicationStopping);
    }
}
