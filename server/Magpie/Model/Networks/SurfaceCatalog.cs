using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>The rules in force, and what follows from them for a file.</summary>
public sealed class SurfaceCatalog
{
    /// <summary>Raise it when the same rules are read in another way, so that stored masks are made anew.</summary>
    private const int Reading = 1;

    private readonly SurfaceRule[] rules;
    private readonly Lazy<string> version;

    public SurfaceCatalog(IEnumerable<SurfaceRule> rules)
    {
        this.rules = [.. rules.OrderBy(rule => rule.Surface.Number).ThenBy(rule => rule.Kind)];
        Surfaces = [.. this.rules.Select(rule => rule.Surface).Distinct()];
        // Asked for when the server runs; the start need not wait for it.
        version = new(() => VersionOf(this.rules));
    }

    /// <summary>In the order in which people see them.</summary>
    public IReadOnlyList<Surface> Surfaces { get; }

    public IReadOnlyList<SurfaceRule> Rules => rules;

    /// <summary>16 hex digits. Masks that were made under another version must be made anew.</summary>
    public string RulesVersion => version.Value;

    /// <summary>By a key such as <c>instagram.reel</c>; null for a surface that there is not.</summary>
    public Surface? Find(string key) => Surfaces.FirstOrDefault(surface => surface.Key == key);

    /// <summary>The only kind of file that a surface takes; null where it takes both.</summary>
    public MediaKind? OnlyKindOf(Surface surface) =>
        rules.Where(rule => rule.Surface == surface).Select(rule => rule.Kind).Distinct().ToList() is [var kind] ? kind : null;

    public SurfaceMasks MasksOf(MediaSpec spec)
    {
        var (ideal, usable, judged) = (0L, 0L, 0L);
        foreach (var rule in rules)
        {
            if (rule.Concerns(spec))
            {
                var badge = RuleEvaluator.Evaluate(rule, spec).Badge;
                judged |= rule.Surface.Bit;
                usable |= badge is Badge.Red ? 0 : rule.Surface.Bit;
                ideal |= badge is Badge.Green ? rule.Surface.Bit : 0;
            }
        }

        return new(ideal, usable, judged);
    }

    /// <summary>One for each surface that takes this kind of file, in the order of <see cref="Surfaces"/>.</summary>
    public IReadOnlyList<SurfaceVerdict> VerdictsOf(MediaSpec spec) =>
        [
            .. from rule in rules
            where rule.Concerns(spec)
            let breaches = RuleEvaluator.Evaluate(rule, spec)
            select new SurfaceVerdict(rule.Surface, breaches.Badge, ReasonText.Of(rule, spec, breaches)),
        ];

    /// <summary>The badge of a tile for chosen surfaces; null where none of them has a verdict.</summary>
    public static Badge? Worst(SurfaceMasks masks, IEnumerable<Surface> chosen) =>
        masks.Worst(chosen.Aggregate(0L, (bits, surface) => bits | surface.Bit));

    /// <summary>
    /// The badge of a tile for the profiles of a group: on each platform the best place for a post counts, over the platforms the worst.
    /// Null where no platform has a verdict.
    /// </summary>
    public Badge? WorstOfPlatforms(SurfaceMasks masks, IEnumerable<string> platforms)
    {
        Badge? worst = null;
        foreach (var platform in platforms)
        {
            var badge = masks.Best(PostBitsOf(platform));
            worst = worst is null || badge > worst ? badge ?? worst : worst;
        }

        return worst;
    }

    /// <summary>The bits of the surfaces on which a post of this platform can stand by itself.</summary>
    public long PostBitsOf(string platform) =>
        Surfaces.Where(surface => surface.Platform == platform && surface.StandsAlone).Aggregate(0L, (bits, surface) => bits | surface.Bit);

    private static string VersionOf(SurfaceRule[] rules)
    {
        var judged = rules.Select(rule => rule with { Note = null, Sources = [], ThirdPartyFields = [] });
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Reading, rules = judged }));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
