using Magpie.Platform.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Support;

/// <summary>
/// A running Magpie: shared by the suite (<see cref="SharedApp"/>), or started for one class alone (<see cref="TestApp"/>).
/// </summary>
public interface IApp
{
    Uri Address { get; }

    string DataFolder { get; }

    IServiceProvider Services { get; }

    /// <summary>The owner of a workspace, signed in; most tests are theirs.</summary>
    ApiUser Owner { get; }
}

/// <summary>What tests ask of an app besides its API.</summary>
public static class Apps
{
    /// <summary>Someone who has not signed in: an own cookie jar, no redirects.</summary>
    public static ApiUser NewVisitor(this IApp app, string? token = null) => new(app.Address, token);

    /// <summary>For what no address of the API shows. A shared app has the rows of other tests too.</summary>
    public static async Task<T> InDatabaseAsync<T>(this IApp app, Func<MagpieDbContext, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<MagpieDbContext>());
    }

    /// <summary>
    /// Every file that is kept or on its way in, relative to the blobs' folder. A shared app has the files of other tests too.
    /// </summary>
    public static IReadOnlyList<string> BlobFiles(this IApp app)
    {
        var blobs = Path.Combine(app.DataFolder, "blobs");
        return [.. Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(blobs, file))];
    }

    /// <summary>Those of one upload, or of the asset that it became.</summary>
    public static IReadOnlyList<string> BlobFilesOf(this IApp app, Guid id) =>
        [.. app.BlobFiles().Where(file => file.Contains($"{id:n}", StringComparison.Ordinal))];
}
