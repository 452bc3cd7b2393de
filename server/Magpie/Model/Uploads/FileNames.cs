using System.Text;
using Magpie.Model.Media;
using Magpie.Model.Texts;

namespace Magpie.Model.Uploads;

/// <summary>Names are labels: they are only shown and never become a path. <see cref="DownloadName"/> makes a file name from one.</summary>
public static class FileNames
{
    public const int MaxLength = 200;

    private const string None = "Untitled";

    /// <summary>
    /// The name as typed, slashes included, but normalized (NFC), on one line, without invisible characters, at most 200 UTF-16 units.
    /// </summary>
    public static string Clean(string? sent)
    {
        var name = Shorten(PlainText.OneLine(sent ?? "").Normalize(NormalizationForm.FormC).Trim());
        return name is "" or "." or ".." || name.EnumerateRunes().All(PlainText.IsInvisible) ? None : name;
    }

    /// <summary>The last part of a path that a program sent with a file.</summary>
    public static string CleanOfPath(string? path) => Clean(path?[(path.LastIndexOfAny(['/', '\\']) + 1)..]);

    /// <summary>The name sent with a file: kept as it is, unless it is clearly a path on the sender's computer.</summary>
    public static string CleanOfFile(string? sent) => sent is not null && IsPath(sent) ? CleanOfPath(sent) : Clean(sent);

    /// <summary>The kind that the ending suggests; null when it suggests none. A hint only: content decides.</summary>
    public static MediaKind? KindHint(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" or ".jfif" or ".png" or ".apng" or ".webp" or ".gif" => MediaKind.Image,
            ".mp4" or ".m4v" or ".mov" or ".qt" or ".webm" => MediaKind.Video,
            _ => null,
        };

    /// <summary>The form that name search compares.</summary>
    public static string ForSearch(string name) => SearchText.Fold(name);

    private static bool IsPath(string sent) =>
        sent.StartsWith('/')
        || sent.StartsWith('\\')
        || sent.EndsWith('/')
        || sent.StartsWith("~/", StringComparison.Ordinal)
        || sent is [var drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive)
        || sent.Split('/', '\\').Any(segment => segment is "." or "..");

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var ending = Path.GetExtension(name);
        ending = ending.Length <= 10 ? ending : "";
        return PlainText.Beginning(name, MaxLength - ending.Length) + ending;
    }
}
