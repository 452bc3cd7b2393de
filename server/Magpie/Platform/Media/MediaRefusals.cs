using System.Globalization;
using Magpie.Model;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media;

/// <summary>Every refusal of this folder, in words. The codes are the ends of <c>urn:magpie:…</c>.</summary>
internal static class MediaRefusals
{
    public static RuleViolation CutOff(string name) =>
        new("damaged", $"*{name}* is damaged: it ends before the picture is complete. Export it again and upload the new file.");

    public static RuleViolation DamagedPicture(string name) =>
        new("damaged", $"*{name}* is damaged: its picture can't be read. Export it again and upload the new file.");

    public static RuleViolation DamagedVideo(string name) =>
        new("damaged", $"*{name}* is damaged: none of its pictures can be read. Export it again and upload the new file.");

    public static RuleViolation NoPictureTrack(string name) =>
        new("no-picture-track", $"*{name}* has no picture track, so there is nothing to show. Upload a video with pictures.");

    public static RuleViolation Encrypted(string name) =>
        new("encrypted", $"*{name}* is encrypted, so nobody without its key can play it. Export it without copy protection.");

    public static RuleViolation TooManyPixels(string name, int maxMegapixels) =>
        new(
            "too-many-pixels",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {maxMegapixels} megapixels, the most a picture may have. Export it smaller, or ask an "
                    + $"admin to raise the limit."
            )
        );

    public static MediaOutcome.Failed TookTooLong(string name, TimeSpan limit) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* took longer than {limit.TotalSeconds:0} seconds and was given up. Try again, or export it smaller."
            )
        )
        {
            TookTooLong = true,
        };

    public static MediaOutcome.Failed DecoderEnded(string name) =>
        new($"The decoder stopped while it read *{name}*. Try again; if it stops again, export the file anew.");

    public static MediaOutcome Of(ChildLoss loss, string name) =>
        loss switch
        {
            ChildLoss.NotStarted => NoDecoder(name),
            ChildLoss.Ended => DecoderInterrupted(name),
            ChildLoss.Crashed => DecoderEnded(name),
            ChildLoss.DiskFull => DiskFull,
            _ => throw new ArgumentOutOfRangeException(nameof(loss)),
        };

    public static MediaOutcome.Interrupted DecoderInterrupted(string name) =>
        new($"The decoder was ended from outside while it read *{name}*. Try again.");

    public static readonly MediaOutcome.Interrupted DiskFull = new("The server's disk is full. Make room on it, then retry.");

    public static MediaOutcome.Failed NoDecoder(string name) =>
        new(
            $"*{name}* could not be opened, because ffmpeg does not start on this server. Ask whoever runs Magpie to install it, "
                + "then retry."
        );

    public static MediaOutcome.Failed DecoderCouldNot(string name) =>
        new($"The decoder could not finish *{name}*, because memory or disk ran out. Try again, or export it smaller.");
}
