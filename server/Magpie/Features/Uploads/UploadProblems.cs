using Magpie.Model;

namespace Magpie.Features.Uploads;

internal static class UploadProblems
{
    public static readonly RuleViolation Busy = new(
        "upload-busy",
        "Another request is still working on this upload. Try again in a few seconds."
    );

    public static readonly RuleViolation Cancelled = new(
        "upload-cancelled",
        "An owner or admin of the workspace stopped this upload. Ask them before you send the file again."
    );

    public static readonly RuleViolation Concatenation = new(
        "upload-concat",
        "Magpie takes a file in one upload, not in parts that are joined. Switch parallel uploads off in your client "
            + "(parallelUploads: 1), and send the file again."
    );

    public static RuleViolation TooMany(int most) =>
        new RuleViolation("too-many-uploads", $"You have {most} uploads under way. Finish or cancel some first.").With(("limit", most));

    public static readonly RuleViolation WrongOffset = new(
        "upload-offset",
        "These bytes do not continue the upload. Ask for its offset and go on from there."
    );

    public static readonly RuleViolation Overrun = new(
        "upload-overrun",
        "More bytes came than were announced. Start the upload again with its true length."
    );

    public static readonly RuleViolation ChunkType = new("upload-chunk-type", $"Send the bytes as {TusProtocol.ChunkType}.");

    public static readonly RuleViolation DiskFull = new RuleViolation(
        "disk-full",
        "The server's disk is full. What was sent so far is kept; ask whoever runs Magpie to make room, then go on."
    ).With(("reason", "upload"));

    public static readonly RuleViolation Checksum = new("upload-checksum", "The bytes were changed on their way. Send this part again.");

    public static readonly RuleViolation ChecksumAlgorithm = new(
        "upload-checksum-algorithm",
        $"Upload-Checksum cannot be read. Use one of {UploadChecksum.Algorithms} and a Base64 value."
    );
}
