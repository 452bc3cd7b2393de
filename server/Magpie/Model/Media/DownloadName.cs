using System.Text;
using Magpie.Model.Texts;

namespace Magpie.Model.Media;

/// <summary>The file name for a download: the asset's name, made safe for every file system, with the ending of the real format.</summary>
public static class DownloadName
{
    /// <summary>For the name without its ending. File systems allow 255 UTF-16 units or bytes.</summary>
    private const int MostBytes = 240;

    private const string Refused = "<>:\"/\\|?*";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$", .. Numbered("COM"), .. Numbered("LPT")],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Of(string name, MediaFormat format) =>
        format switch
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

    /// <summary>For a file whose format differs from the asset's, so that a dot in the name is really an ending.</summary>
    public static string OfConverted(string name, MediaFormat format) => Of(WithoutEnding(name), format);

    public static string OfRendition(string name, RenditionKind kind, string mediaType) =>
        Whole(WithoutEnding(name), $"-{kind.ToString().ToLowerInvariant()}{(mediaType == "video/mp4" ? ".mp4" : ".webp")}");

    /// <summary>A different name, for a file that would overwrite the first one of the same name.</summary>
    public static string Numbered(string fileName, int number) =>
        Whole(Path.GetFileNameWithoutExtension(fileName), $" ({number}){Path.GetExtension(fileName)}");

    /// <summary>
    /// Two names with the same result overwrite each other on some systems, where case or Unicode composition makes no difference.
    /// </summary>
    public static string Identity(string fileName) => fileName.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();

    private static string WithEnding(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return Whole(name[..^ending.Length], name[^ending.Length..]);
            }
        }

        return Whole(name, endings[0]);
    }

    private static string Whole(string stem, string ending)
    {
        var safe = new StringBuilder(stem.Length);
        var room = MostBytes - Encoding.UTF8.GetByteCount(ending);
        foreach (var rune in PlainText.OneLine(stem).Trim().EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            _ = rune.IsAscii && Refused.Contains((char)rune.Value) ? safe.Append('_') : safe.Append(rune.ToString());
        }

        // Windows drops trailing dots and spaces, Unix hides names that begin with a dot, and programs take a leading dash for an option.
        var name = safe.ToString().TrimEnd('.', ' ');
        name = name.StartsWith('.') || name.StartsWith('-') || name.StartsWith('~') ? $"_{name[1..]}" : name;
        name = Devices.Contains(name.Split('.')[0].TrimEnd()) ? $"_{name}" : name;
        return name.Length == 0 ? $"Untitled{ending}" : name + ending;
    }

    private static string WithoutEnding(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 || name.AsSpan(dot).IndexOfAny('/', '\\', ' ') >= 0 ? name : name[..dot];
    }

    private static IEnumerable<string> Numbered(string device) => "0123456789¹²³".Select(digit => $"{device}{digit}");
}
