using Magpie.Model;
using Magpie.Platform.Media;

namespace Magpie.Features.Posts.Publishing;

/// <summary>Why a file for publishing could not be made, in words.</summary>
internal static class PublishErrors
{
    private const string Code = "file-not-made";

    public static RuleViolation Gone(string name) =>
        new(Code, $"*{name}* is not in the library any more. Choose another one for this post.");

    public static RuleViolation Changed(string name) =>
        new(Code, $"This post was changed while the file of *{name}* was made. Open the post again.");

    public static RuleViolation DiskFull(string name) =>
        new(
            "disk-full",
            $"The server’s disk is full, so the file of *{name}* for this post was not made. Ask whoever runs Magpie to make room, "
                + "then try again."
        );

    public static RuleViolation Of(MediaOutcome? outcome, string name) =>
        outcome switch
        {
            MediaOutcome.Refused { Because: var because } => new(Code, because.Message),
            MediaOutcome.Failed { Reason: var reason } => new(Code, reason),
            MediaOutcome.Interrupted { Reason: var reason } => new(Code, reason),
            _ => new(Code, $"The file of *{name}* for this post could not be made. Try again; if it stays so, choose another crop."),
        };
}
