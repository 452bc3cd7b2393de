namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// Counts the frames of a file by its structure. libvips stops counting GIF frames early and does not see those of an
/// animated PNG; and what a file claims to need has to be known before a decoder believes it.
/// </summary>
internal static class StructureReader
{
    public static PictureStructure Read(string format, string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 16);
        try
        {
            return format switch
            {
                "gif" => GifReader.Read(file),
                "webp" => WebpReader.Read(file),
                "png" => new PngReader(file).Read(),
                _ => PictureStructure.Unknown,
            };
        }
        catch (EndOfStreamException)
        {
            return PictureStructure.Unknown; // cut off in its first bytes: the decoder says so in its own words
        }
    }
}
