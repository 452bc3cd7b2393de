using System.Text;
using Magpie.Model.Media;
using Magpie.Model.Texts;

namespace Magpie.Model.Uploads;

/// <summary>
/// Names are labels: they are only ever shown, and never become a path. <see cref="DownloadName"/> makes a file's name of one.
/// </summary>
public static class FileNames
{
    public const int MaxLength = 200;

    private const string None = "Untitled";

    /// <summary>
    /// As it was typed, slashes and all, composed (NFC), on one line, without characters that nobody sees, at most 200 UTF-16 units.
    /// </summary>
    public static string Clean(string? sent)
    {
        var name = Shorten(PlainText.OneLine(sent ?? "").Normalize(NormalizationForm.FormC).Trim());
        return name is "" or "." or ".." || name.EnumerateRunes().All(PlainText.IsInvisible) ? None : name;
    }

    /// <summary>The last segment of a path that a program sent along with a file.</summary>
    public static string CleanOfPath(string? path) => Clean(path?[(path.LastIndexOfAny(['/', '\\']) + 1)..]);

    /// <summary>As it was sent with a file: a name, whatever is in it, unless it is plainly a path of the sender's computer.</summary>
    public static string CleanOfFile(string? sent) => sent is not null && IsPath(sent) ? CleanOfPath(sent) : Clean(sent);

    /// <summary>The kind that the ending hints at; null when it hints at nothing. Only content decides.</summary>
    public static MediaKind? KindHint(string name) =>
        Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".jpg" or ".jpeg" or ".jfif" or ".png" or ".apng" or ".webp" or ".gif" => MediaKind.Image,
            ".mp4" or ".m4v" or ".mov" or ".qt" or ".webm" => MediaKind.Video,
            _ => null,
        };

    /// <summary>What name search compares.</summary>
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
