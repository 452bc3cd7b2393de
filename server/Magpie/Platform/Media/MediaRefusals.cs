using System.Globalization;
using Magpie.Model;
using Magpie.Platform.Media.Children;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media;

/// <summary>Every refusal of this folder, in words. The codes are the ends of <c>urn:magpie:…</c>.</summary>
internal static class MediaRefusals
{
    public static RuleViolation CutOff(string name) =>
        new RuleViolation(
            "damaged",
            $"*{name}* is damaged: it ends before the picture is complete. Export it again and upload the new file."
        ).With(("file", name), ("reason", Damage.CutOff));

    public static RuleViolation DamagedPicture(string name) =>
        new RuleViolation("damaged", $"*{name}* is damaged: its picture can't be read. Export it again and upload the new file.").With(
            ("file", name),
            ("reason", "unreadable")
        );

    public static RuleViolation DamagedVideo(string name) =>
        new RuleViolation(
            "damaged",
            $"*{name}* is damaged: none of its pictures can be read. Export it again and upload the new file."
        ).With(("file", name), ("reason", "unreadable"));

    public static RuleViolation NoPictureTrack(string name) =>
        new RuleViolation(
            "no-picture-track",
            $"*{name}* has no picture track, so there is nothing to show. Upload a video with pictures."
        ).With(("file", name), ("hasSound", false));

    public static RuleViolation Encrypted(string name) =>
        new RuleViolation(
            "encrypted",
            $"*{name}* is encrypted, so nobody without its key can play it. Export it without copy protection."
        ).With(("file", name));

    public static RuleViolation TooManyPixels(string name, int maxMegapixels) =>
        new RuleViolation(
            "too-many-pixels",
            string.Create(
                CultureInfo.InvariantCulture,
                $"*{name}* has more than {maxMegapixels} megapixels, the most a picture may have. Export it smaller, or ask an "
                    + $"admin to raise the limit."
            )
        ).With(("file", name), ("maxPixels", maxMegapixels * 1_000_000L));

    public static MediaOutcome.Failed TookTooLong(string name, TimeSpan limit) =>
        new(
            new RuleViolation(
                "decoder-timeout",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"*{name}* took longer than {limit.TotalSeconds:0} seconds and was given up. Try again, or export it smaller."
                )
            ).With(("file", name), ("seconds", (long)limit.TotalSeconds))
        )
        {
            TookTooLong = true,
        };

    public static MediaOutcome.Failed DecoderEnded(string name) =>
        new(
            new RuleViolation(
                "decoder-stopped",
                $"The decoder stopped while it read *{name}*. Try again; if it stops again, export the file again."
            ).With(("file", name))
        );

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
        new(
            new RuleViolation("decoder-interrupted", $"The decoder was ended from outside while it read *{name}*. Try again.").With(
                ("file", name)
            )
        );

    public static readonly MediaOutcome.Interrupted DiskFull = new(
        new RuleViolation("disk-full", "The server's disk is full. Make room on it, then retry.").With(("reason", "processing"))
    );

    public static MediaOutcome.Failed NoDecoder(string name) =>
        new(
            new RuleViolation(
                "decoder-missing",
                $"*{name}* could not be opened, because ffmpeg does not start on this server. Ask whoever runs Magpie to install it, "
                    + "then retry."
            ).With(("file", name))
        );

    public static MediaOutcome.Failed DecoderCouldNot(string name) =>
        new(
            new RuleViolation(
                "decoder-exhausted",
                $"The decoder could not finish *{name}*, because memory or disk ran out. Try again, or export it smaller."
            ).With(("file", name))
        );
}
