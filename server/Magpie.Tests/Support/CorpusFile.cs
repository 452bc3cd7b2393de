using Magpie.Model.Media;

namespace Magpie.Tests.Support;

public enum CorpusOutcome
{
    Accept,
    Refuse,
    Either,
}

/// <summary>
/// One row of the corpus's manifest; what its cell leaves open ("-") is null. <c>Path</c> is unescaped and relative to
/// <c>Folder</c>. <c>FormatName</c> is the manifest's word, <c>ExpectedFormat</c> is null where that is
/// none of ours. <c>Animated</c> is null also where both answers are right. <c>Reason</c> says why it must be refused,
/// or what must hold where both answers are right.
/// </summary>
public sealed record CorpusFile(
    string Folder,
    string Path,
    string Source,
    string Kind,
    string? FormatName,
    MediaFormat? ExpectedFormat,
    int? Width,
    int? Height,
    double? DurationSeconds,
    string? VideoCodec,
    string? AudioCodec,
    bool? Animated,
    CorpusOutcome Outcome,
    string? Reason,
    double? FrameRate,
    string? Rotation,
    long? Frames,
    double? AnimationSeconds,
    string? DisplaySize,
    string? Layout,
    string? Traits,
    long Bytes,
    string? Sha256,
    string? CheckedBy,
    string? Note
)
{
    public string FullPath => System.IO.Path.Combine(Folder, Path);

    public override string ToString() => Path;
}
