namespace Magpie.Model.Uploads;

public static class StorageRules
{
    /// <summary>
    /// How much storage one member may reserve for open uploads and imports, so that one member cannot keep all others out.
    /// </summary>
    /// <param name="free">Free storage, not counting what this member has reserved.</param>
    public static long ShareOf(long free) => Math.Max(0, free / 4);

    /// <summary>A single file may use all that is free; several must wait if together they exceed the share.</summary>
    public static bool IsWithinShare(long held, long needed, long free) => held == 0 || held + needed <= ShareOf(free);

    public static RuleViolation ShareTaken(long held, long share, long needed) =>
        new RuleViolation(
            "storage-share",
            $"Your other uploads and imports hold {UploadLimits.Megabytes(held)} MB, and together they may hold "
                + $"{UploadLimits.Megabytes(share)} MB. This file needs {UploadLimits.Megabytes(needed)} MB: send it when one of them "
                + "is done."
        ).With(("heldBytes", held), ("limitBytes", share), ("neededBytes", needed));

    /// <param name="restoring">Something from the trash needs the storage, and not a file that comes in.</param>
    public static RuleViolation Full(long used, long limit, long needed, bool restoring = false) =>
        new RuleViolation(
            "storage-full",
            $"Storage is full: {UploadLimits.Megabytes(used)} of {UploadLimits.Megabytes(limit)} MB used, "
                + $"{(restoring ? "restoring needs" : "this file needs")} "
                + $"{UploadLimits.Megabytes(needed)} MB. Delete unused assets or change the plan."
        ).With(("limitBytes", limit), ("usedBytes", used), ("neededBytes", needed), ("reason", restoring ? "restoring" : "file"));
}
