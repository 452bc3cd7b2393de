using System.Globalization;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Magpie.Tests.Conventions;

public sealed class CompiledModelTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task The_compiled_model_is_what_the_entities_say()
    {
        // A query for something that is no entity is remembered in the model; that is not meant here.
        await app.Owner.GetJsonAsync("/api/assets/summary?q=a");
        var (compiled, built) = await app.InDatabaseAsync(db =>
            Task.FromResult(
                (db.Model, db.GetService<IModelRuntimeInitializer>().Initialize(db.GetService<IDesignTimeModel>().Model, designTime: false))
            )
        );

        Assert.StartsWith("Magpie.Platform.Database.Compiled.", compiled.GetType().Namespace, StringComparison.Ordinal);
        var differences = FactsOf(built).Except(FactsOf(compiled)).Concat(FactsOf(compiled).Except(FactsOf(built))).ToList();
        Assert.True(
            differences.Count == 0,
            $"The compiled model is not what the entities say. Run scripts/migrate --model and commit what it writes. {string.Join("; ", differences.Take(4))}"
        );
    }

    private static IEnumerable<string> FactsOf(IModel model) =>
        from entity in model.GetEntityTypes()
        from fact in entity
            .GetProperties()
            .Select(Describe)
            .Concat(entity.GetKeys().Select(key => $"{key.GetName()}: {Names(key.Properties)}"))
            .Concat(entity.GetIndexes().Select(index => $"{index.GetDatabaseName()}: {Names(index.Properties)}, unique: {index.IsUnique}"))
            .Concat(
                entity
                    .GetForeignKeys()
                    .Select(key =>
                        $"{key.GetConstraintName()}: {Names(key.Properties)}, to {key.PrincipalEntityType.Name}, {key.DeleteBehavior}, required: {key.IsRequired}"
                    )
            )
            .Concat(entity.GetNavigations().Select(navigation => $"{navigation.Name} to {navigation.TargetEntityType.Name}"))
        select $"{entity.Name} in {entity.GetTableName()}, {fact}";

    private static string Describe(IProperty property) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{property.Name}: {property.ClrType} in {property.GetColumnName()} as {property.GetColumnType()} ({property.GetTypeMapping().Converter?.ProviderClrType}), longest {property.GetMaxLength()}, null: {property.IsNullable}, token: {property.IsConcurrencyToken}, {property.ValueGenerated}"
        );

    private static string Names(IEnumerable<IReadOnlyProperty> properties) =>
        string.Join(" ", properties.Select(property => property.Name));
}
