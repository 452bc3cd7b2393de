using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>The current rules, and how files fit them.</summary>
public sealed class SurfaceCatalog
{
    /// <summary>Raise it when the same rules are interpreted differently, so that stored masks are recomputed.</summary>
    private const int Reading = 1;

    private readonly SurfaceRule[] rules;
    private readonly Lazy<string> version;

    public SurfaceCatalog(IEnumerable<SurfaceRule> rules)
    {
        this.rules = [.. rules.OrderBy(rule => rule.Surface.Number).ThenBy(rule => rule.Kind)];
        Surfaces = [.. this.rules.Select(rule => rule.Surface).Distinct()];
        // Computed on first use, so that the start does not wait for it.
        version = new(() => VersionOf(this.rules));
    }

    /// <summary>In display order.</summary>
    public IReadOnlyList<Surface> Surfaces { get; }

    public IReadOnlyList<SurfaceRule> Rules => rules;

    /// <summary>16 hex digits. Masks made under another version must be recomputed.</summary>
    public string RulesVersion => version.Value;

    /// <summary>By a key such as <c>instagram.reel</c>; null when there is no such surface.</summary>
    public Surface? Find(string key) => Surfaces.FirstOrDefault(surface => surface.Key == key);

    /// <summary>The only kind of file that a surface takes; null when it takes both.</summary>
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

    /// <summary>The badge of a tile for chosen surfaces; null when none of them has a verdict.</summary>
    public static Badge? Worst(SurfaceMasks masks, IEnumerable<Surface> chosen) =>
        masks.Worst(chosen.Aggregate(0L, (bits, surface) => bits | surface.Bit));

    /// <summary>
    /// The badge of a tile for the profiles of a group: the best place for a post on each network, and the worst of all networks. Null when
    /// no network has a verdict.
    /// </summary>
    public Badge? WorstOfNetworks(SurfaceMasks masks, IEnumerable<string> networks)
    {
        Badge? worst = null;
        foreach (var network in networks)
        {
            var badge = masks.Best(PostBitsOf(network));
            worst = worst is null || badge > worst ? badge ?? worst : worst;
        }

        return worst;
    }

    /// <summary>The bits of the surfaces of this network on which a post can stand alone.</summary>
    public long PostBitsOf(string network) =>
        Surfaces.Where(surface => surface.Network == network && surface.StandsAlone).Aggregate(0L, (bits, surface) => bits | surface.Bit);

    private static string VersionOf(SurfaceRule[] rules)
    {
        var judged = rules.Select(rule => rule with { Note = null, Sources = [], ThirdPartyFields = [] });
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Reading, rules = judged }));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
