using Magpie.Platform;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// Makes renditions again whose bytes are missing or short when somebody asks for them. Nothing waits for the disk when they are made, so a
/// power cut may take some.
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
