using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Tests.Conventions;

public sealed class CompiledModelTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_compiled_model_is_what_the_entities_say()
    {
        var (compiled, built) = await app.InDatabaseAsync(db => Task.FromResult((
            db.Model,
            db.GetService<IModelRuntimeInitializer>().Initialize(db.GetService<IDesignTimeModel>().Model, designTime: false))));

        Assert.StartsWith("Magpie.Platform.Database.Compiled.", compiled.GetType().Namespace, StringComparison.Ordinal);
        Assert.True(Words(built) == Words(compiled), "The compiled model is not what the entities say. Run scripts/migrate --model and commit what it writes.");
    }

    private static string Words(IReadOnlyModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault);
}
