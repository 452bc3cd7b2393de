using Magpie.Model.Networks;
using Magpie.Platform;

namespace Magpie.Core.Networks;

/// <summary>The product's rules, with those of the operator's file replacing or extending them.</summary>
internal static class NetworkRules
{
    public const string RulesFileKey = "Magpie:Networks:RulesFile";

    public static void AddNetworkRules(this IServiceCollection services) =>
        services.AddSingleton(provider => Load(provider.GetRequiredService<IConfiguration>()[RulesFileKey]));

    /// <summary>At the start rather than with the first picture, so that whoever wrote a wrong file sees it.</summary>
    public static void ReadNetworkRules(this WebApplication app) => app.Services.GetRequiredService<SurfaceCatalog>();

    /// <param name="rulesFile">The operator's; null or empty for none.</param>
    /// <exception cref="StartRefusedException">The operator's file is missing or wrong.</exception>
    public static SurfaceCatalog Load(string? rulesFile)
    {
        using var json = typeof(NetworkRules).Assembly.GetManifestResourceStream("network-media-rules.json")!;
        var rows = RuleFile.Read(json);
        if (string.IsNullOrWhiteSpace(rulesFile))
        {
            return Catalog(rows);
        }

        try
        {
            using var own = File.OpenRead(rulesFile);
            return Catalog(Merge(rows, RuleFile.Read(own)));
        }
        catch (Exception error) when (error is RuleFileException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{RulesFileKey}: {rulesFile} cannot be used: {error.Message}");
        }
    }

    private static IReadOnlyList<RuleRow> Merge(IReadOnlyList<RuleRow> product, IReadOnlyList<RuleRow> own)
    {
        var replaced = product.ToDictionary(row => row.Key);
        return
        [
            .. product.ExceptBy(own.Select(row => row.Key), row => row.Key),
            .. own.Select(row => replaced.TryGetValue(row.Key, out var old) ? row.InPlaceOf(old) : row),
        ];
    }

    private static SurfaceCatalog Catalog(IReadOnlyList<RuleRow> rows)
    {
        SurfaceRule[] rules = [.. rows.GroupBy(row => (row.Network, row.Surface)).SelectMany(WithSurface)];
        return SharedNumber(rules) is { } fault ? throw new RuleFileException(fault) : new(rules);
    }

    private static IEnumerable<SurfaceRule> WithSurface(IGrouping<(string? Network, string? Surface), RuleRow> rows)
    {
        var (network, place) = (rows.Key.Network!, rows.Key.Surface!);
        if (rows.Select(row => row.Number).Where(number => number is not null).Distinct().Count() > 1)
        {
            throw new RuleFileException($"{network}.{place} has two numbers; its rows for image and video need the same one.");
        }

        var title = rows.Select(row => row.Title).FirstOrDefault(title => title is not null)?.Trim();
        var surface = KnownSurfaces.Find(network, place) is { } known
            ? title is null
                ? known
                : known with
                {
                    Title = title,
                    IsPlural = false,
                }
            : KnownSurfaces.Added(rows.First().Number!.Value, network, place, title);
        return rows.Select(row => row.ToRule(surface));
    }

    private static string? SharedNumber(IEnumerable<SurfaceRule> rules) =>
        rules
            .Select(rule => rule.Surface)
            .Distinct()
            .GroupBy(surface => surface.Number)
            .Where(sharing => sharing.Count() > 1)
            .Select(sharing =>
                $"number {sharing.Key} is given to {string.Join(" and ", sharing.Select(surface => surface.Key))}; each surface "
                + "needs its own."
            )
            .FirstOrDefault();
}
