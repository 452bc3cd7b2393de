namespace Magpie.Model.Media;

/// <summary>The name under which a file is saved: the asset's, with an ending that tells the truth.</summary>
public static class DownloadName
{
    public static string Of(string name, MediaFormat format) => format switch
    {
        MediaFormat.Jpeg => WithEnding(name, ".jpg", ".jpeg", ".jfif"),
        MediaFormat.Png => WithEnding(name, ".png", ".apng"),
        MediaFormat.Webp => WithEnding(name, ".webp"),
        MediaFormat.Gif => WithEnding(name, ".gif"),
        MediaFormat.Mp4 => WithEnding(name, ".mp4", ".m4v"),
        MediaFormat.Mov => WithEnding(name, ".mov", ".qt"),
        MediaFormat.Webm => WithEnding(name, ".webm"),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string OfRendition(string name, RenditionKind kind, string mediaType) =>
        $"{Path.GetFileNameWithoutExtension(name)}-{kind.ToString().ToLowerInvariant()}{(mediaType == "video/mp4" ? ".mp4" : ".webp")}";

    private static string WithEnding(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return name + endings[0];
    }
}
