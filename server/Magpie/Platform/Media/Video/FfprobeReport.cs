using System.Text.Json.Serialization;

namespace Magpie.Platform.Media.Video;

/// <summary>
/// What we take from ffprobe's JSON. Numbers come as text; nothing in it is believed before <see cref="VideoReader"/> looked at it.
/// </summary>
internal sealed record FfprobeReport(IReadOnlyList<FfprobeStream>? Streams, FfprobeFormat? Format);

internal sealed record FfprobeStream(
    int Index,
    string? CodecType,
    string? CodecName,
    string? CodecTagString,
    string? Profile,
    int? Width,
    int? Height,
    string? PixFmt,
    string? SampleAspectRatio,
    string? AvgFrameRate,
    string? Duration,
    string? StartTime,
    string? NbFrames,
    string? ColorTransfer,
    string? ColorSpace,
    int? ExtradataSize,
    IReadOnlyDictionary<string, string>? Tags,
    FfprobeDisposition? Disposition,
    IReadOnlyList<FfprobeSideData>? SideDataList
);

internal sealed record FfprobeDisposition(int Default, int AttachedPic);

internal sealed record FfprobeSideData(double? Rotation);

internal sealed record FfprobeFormat(string? Duration, IReadOnlyDictionary<string, string>? Tags);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FfprobeReport))]
internal sealed partial class FfprobeJson : JsonSerializerContext;
