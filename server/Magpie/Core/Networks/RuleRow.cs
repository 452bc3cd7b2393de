using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Core.Networks;

/// <summary>
/// One row of a rules file, with the file's own names in snake case: <c>min_w</c>, <c>rec_aspect</c>. docs/guide/network-rules.md
/// says what each field means.
/// </summary>
internal sealed record RuleRow
{
    public string? Network { get; init; }
    public string? Surface { get; init; }
    public string? Kind { get; init; }
    public int? Number { get; init; }
    public string? Title { get; init; }
    public string[]? Formats { get; init; }
    public string[]? Codecs { get; init; }
    public int? MinW { get; init; }
    public int? MinH { get; init; }
    public int? MaxW { get; init; }
    public int? MaxH { get; init; }
    public int? RecW { get; init; }
    public int? RecH { get; init; }
    public double? MinAspect { get; init; }
    public double? MaxAspect { get; init; }
    public double? RecAspect { get; init; }
    public double? MinSeconds { get; init; }
    public double? MaxSeconds { get; init; }
    public long? MinBytes { get; init; }
    public long? MaxBytes { get; init; }
    public double? FpsMin { get; init; }
    public double? FpsMax { get; init; }
    public int? CaptionMax { get; init; }
    public string? CaptionUnit { get; init; }
    public int? MaxItems { get; init; }
    public string[]? ThirdPartyFields { get; init; }
    public string[]? Source { get; init; }
    public string? Note { get; init; }

    // The rest says how to read the figures. Rules files from elsewhere do not have these fields.
    public string[]? AudioCodecs { get; init; }
    public int[][]? RecAlso { get; init; }
    public long? MaxPixels { get; init; }
    public long? MaxAnimatedPixels { get; init; }
    public double? RecMaxSeconds { get; init; }
    public string[]? Advisory { get; init; }
    public bool? Scaled { get; init; }
    public bool? EitherOrientation { get; init; }
    public bool? AnimatedOnly { get; init; }

    public (string? Network, string? Surface, string? Kind) Key => (Network, Surface, Kind);

    /// <summary>For the operator: <c>instagram.reel, video</c>.</summary>
    public string Called => $"{Network}.{Surface}, {Kind}";

    /// <summary>The operator's row replaces the product's. Settings on how to read it stay unless the new row has its own.</summary>
    public RuleRow InPlaceOf(RuleRow replaced) =>
        this with
        {
            AudioCodecs = AudioCodecs ?? replaced.AudioCodecs,
            RecAlso = RecAlso ?? replaced.RecAlso,
            MaxPixels = MaxPixels ?? replaced.MaxPixels,
            MaxAnimatedPixels = MaxAnimatedPixels ?? replaced.MaxAnimatedPixels,
            RecMaxSeconds = RecMaxSeconds ?? replaced.RecMaxSeconds,
            Advisory = Advisory ?? replaced.Advisory,
            Scaled = Scaled ?? replaced.Scaled,
            EitherOrientation = EitherOrientation ?? replaced.EitherOrientation,
            AnimatedOnly = AnimatedOnly ?? replaced.AnimatedOnly,
        };

    public SurfaceRule ToRule(Surface surface) =>
        new(surface, Kind == "image" ? MediaKind.Image : MediaKind.Video)
        {
            Formats = Lower(Formats),
            VideoCodecs = Lower(Codecs),
            AudioCodecs = Lower(AudioCodecs),
            MinWidth = MinW,
            MinHeight = MinH,
            MaxWidth = MaxW,
            MaxHeight = MaxH,
            RecommendedWidth = RecW,
            RecommendedHeight = RecH,
            AlsoRecommended = [.. (RecAlso ?? []).Select(size => new PixelSize(size[0], size[1]))],
            MaxPixels = MaxPixels,
            MaxAnimatedPixels = MaxAnimatedPixels,
            MinAspect = MinAspect,
            MaxAspect = MaxAspect,
            RecommendedAspect = RecAspect,
            MinSeconds = MinSeconds,
            MaxSeconds = MaxSeconds,
            RecommendedMaxSeconds = RecMaxSeconds,
            MinFrameRate = FpsMin,
            MaxFrameRate = FpsMax,
            MinBytes = MinBytes,
            MaxBytes = MaxBytes,
            CaptionMax = CaptionMax,
            CaptionUnit = CaptionUnit,
            MaxItems = MaxItems,
            Advisory = (Advisory ?? []).Aggregate(Constraint.None, (figures, name) => figures | AdvisoryNames[name]),
            Scaled = Scaled ?? false,
            EitherOrientation = EitherOrientation ?? false,
            AnimatedOnly = AnimatedOnly ?? false,
            ThirdPartyFields = ThirdPartyFields ?? [],
            Sources = Source ?? [],
            Note = Note,
        };

    /// <summary>What <c>advisory</c> may name.</summary>
    public static readonly IReadOnlyDictionary<string, Constraint> AdvisoryNames = new Dictionary<string, Constraint>
    {
        ["formats"] = Constraint.Format,
        ["codecs"] = Constraint.VideoCodec,
        ["audio_codecs"] = Constraint.AudioCodec,
        ["min_size"] = Constraint.MinSize,
        ["max_size"] = Constraint.MaxSize,
        ["max_pixels"] = Constraint.MaxPixels,
        ["aspect"] = Constraint.Aspect,
        ["seconds"] = Constraint.MinSeconds | Constraint.MaxSeconds,
        ["bytes"] = Constraint.MinBytes | Constraint.MaxBytes,
        ["fps"] = Constraint.MinFrameRate | Constraint.MaxFrameRate,
    };

    // An empty list would accept nothing at all, which nobody means.
    private static string[]? Lower(string[]? names) => names is null or [] ? null : [.. names.Select(name => name.ToLowerInvariant())];
}
