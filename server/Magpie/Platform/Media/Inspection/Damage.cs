namespace Magpie.Platform.Media.Inspection;

/// <summary>What is wrong with a file of a format that is kept.</summary>
internal enum Damage
{
    EndsAtOnce,
    Header,
    NoPicture,
    ShortHeader,
    PictureBeforeHeader,
    CutOff,
    NoSize,
    NothingToShow,
    EmptyTrack,
    FrameWithoutSize,
    PackedFrame,
    PartTooLarge,
    PictureData,
    Checksums,
    NoPalette,
    TooLittleData,
    NoIndex,
    NoClock,
    WrongIndex,
    HalfIndex,
    NoLastPictures,
}

internal static class DamageWords
{
    /// <summary>As the end of a sentence: "it ends too early".</summary>
    public static string InWords(this Damage how) =>
        how switch
        {
            Damage.EndsAtOnce => "it ends within its first bytes",
            Damage.Header => "its header is not valid",
            Damage.NoPicture => "it holds no picture",
            Damage.ShortHeader => "its header is too short",
            Damage.PictureBeforeHeader => "its picture comes before its header",
            Damage.CutOff => "it ends before it is complete",
            Damage.NoSize => "its header gives no size",
            Damage.NothingToShow => "nothing that could be shown follows its header",
            Damage.EmptyTrack => "its picture track is empty",
            Damage.FrameWithoutSize => "a frame has no size",
            Damage.PackedFrame => "a frame cannot be unpacked",
            Damage.PartTooLarge => "a part of it claims to be larger than the file",
            Damage.PictureData => "its picture data is not valid",
            Damage.Checksums => "its checksums do not match",
            Damage.NoPalette => "its palette is missing",
            Damage.TooLittleData => "it holds too little data for its size",
            Damage.NoIndex => "its index is missing, as when a recording or a transfer was cut off",
            Damage.NoClock => "its clock stands still, so none of its pictures has a time",
            Damage.WrongIndex => "its index points to pictures that are not in the file",
            Damage.HalfIndex => "its index is incomplete",
            Damage.NoLastPictures => "it ends before its last pictures",
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };
}
