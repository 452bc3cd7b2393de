using System.Globalization;
using Magpie.Model.Media;

namespace Magpie.Model.Uploads;

/// <summary>How large a file may be, in bytes. A megabyte is 1,000,000.</summary>
public sealed record UploadLimits(long ImageBytes, long VideoBytes)
{
    public long For(MediaKind kind) =>
        kind switch
        {
            MediaKind.Image => ImageBytes,
            MediaKind.Video => VideoBytes,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Checks a length before any bytes have arrived, by the kind that the name suggests (null: none).</summary>
    public RuleViolation? Check(string name, long length, MediaKind? kind)
    {
        if (length <= 0)
        {
            return new RuleViolation("empty-file", $"*{name}* is empty. Choose the file again; if it stays empty, export it again.").With(
                ("file", name)
            );
        }

        var limit = kind is { } known ? For(known) : Math.Max(ImageBytes, VideoBytes);
        if (length <= limit)
        {
            return null;
        }

        var what = kind switch
        {
            MediaKind.Image => "pictures may be",
            MediaKind.Video => "videos may be",
            _ => "files may be",
        };
        return new RuleViolation(
            "too-large",
            $"*{name}* is {Megabytes(length)} MB; {what} up to {Megabytes(limit)} MB. Export it smaller, or ask an admin to raise "
                + "the limit."
        ).With(("file", name), ("kind", kind), ("bytes", length), ("limitBytes", limit));
    }

    /// <summary>More bytes have arrived than allowed, and nobody knows how many there will be.</summary>
    public RuleViolation Exceeded(string name, MediaKind kind) =>
        new RuleViolation(
            "too-large",
            $"*{name}* is larger than {Megabytes(For(kind))} MB, the most that a {(kind is MediaKind.Video ? "video" : "picture")} "
                + "may be. Use a smaller version, or ask an admin to raise the limit."
        ).With(("file", name), ("kind", kind), ("limitBytes", For(kind)));

    /// <summary>With one decimal, and never rounded down to the limit that was exceeded: 20,000,001 bytes are not "20 MB".</summary>
    public static string Megabytes(long bytes)
    {
        var tenths = (bytes + 99_999) / 100_000;
        return (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
