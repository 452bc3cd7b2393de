using Magpie.Model.Media;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// Copies a picture without information on its maker, time and place. The coded pixels are copied byte for byte, and so is everything that
/// decides how they look: colour profile, transparency, timing and orientation. Anything not known to be needed is left out. Nothing is
/// decoded; only the outer structure is read.
/// </summary>
internal static class PictureCleaner
{
    private const int BufferBytes = 1 << 16;

    /// <exception cref="InvalidDataException">The file is not built as its format says; there is no clean copy of it.</exception>
    /// <exception cref="EndOfStreamException">Likewise: it ends early.</exception>
    public static void Clean(MediaFormat format, string from, string to)
    {
        using var input = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes);
        using var output = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes);
        var copy = new ByteCopy(input, output);
        switch (format)
        {
            case MediaFormat.Jpeg:
                JpegCleaner.Clean(copy);
                break;
            case MediaFormat.Png:
                PngCleaner.Clean(copy);
                break;
            case MediaFormat.Webp:
                WebpCleaner.Clean(copy);
                break;
            case MediaFormat.Gif:
                GifCleaner.Clean(copy);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }
}
