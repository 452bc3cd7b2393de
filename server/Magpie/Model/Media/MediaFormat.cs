namespace Magpie.Model.Media;

public enum MediaKind
{
    Image,
    Video,
}

/// <summary>A format that Magpie keeps. Decided by the content of a file, never by its name.</summary>
public enum MediaFormat
{
    Jpeg,
    Png,
    Webp,
    Gif,
    Mp4,
    Mov,
    Webm,
}

public static class MediaFormats
{
    public static MediaKind Kind(this MediaFormat format) =>
        format switch
        {
            MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.Webp or MediaFormat.Gif => MediaKind.Image,
            MediaFormat.Mp4 or MediaFormat.Mov or MediaFormat.Webm => MediaKind.Video,
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    public static string MediaType(this MediaFormat format) =>
        format switch
        {
            MediaFormat.Jpeg => "image/jpeg",
            MediaFormat.Png => "image/png",
            MediaFormat.Webp => "image/webp",
            MediaFormat.Gif => "image/gif",
            MediaFormat.Mp4 => "video/mp4",
            MediaFormat.Mov => "video/quicktime",
            MediaFormat.Webm => "video/webm",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
