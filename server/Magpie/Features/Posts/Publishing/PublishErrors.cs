using Magpie.Model;
using Magpie.Platform.Media;

namespace Magpie.Features.Posts.Publishing;

/// <summary>Why a file for publishing could not be made, in words.</summary>
internal static class PublishErrors
{
    public static RuleViolation Gone(string name) =>
        new RuleViolation("file-not-made", $"*{name}* is not in the library any more. Choose another one for this post.").With(
            ("file", name),
            ("reason", "gone")
        );

    public static RuleViolation Changed(string name) =>
        new RuleViolation("file-not-made", $"This post was changed while the file of *{name}* was made. Open the post again.").With(
            ("file", name),
            ("reason", "changed")
        );

    public static RuleViolation DiskFull(string name) =>
        new RuleViolation(
            "disk-full",
            $"The server’s disk is full, so the file of *{name}* for this post was not made. Ask whoever runs Magpie to make room, "
                + "then try again."
        ).With(("file", name), ("reason", "publishFile"));

    public static RuleViolation Of(MediaOutcome? outcome, string name) =>
        outcome switch
        {
            MediaOutcome.Refused(var because) => because.As("file-not-made"),
            MediaOutcome.Failed(var because) => because.As("file-not-made"),
            MediaOutcome.Interrupted(var because) => because.As("file-not-made"),
            _ => new RuleViolation(
                "file-not-made",
                $"The file of *{name}* for this post could not be made. Try again; if it stays so, choose another crop."
            ).With(("file", name)),
        };
}
