namespace Magpie.Model.Uploads;

public static class StorageRules
{
    /// <param name="what">What asks for the storage, with its verb.</param>
    public static RuleViolation Full(long used, long limit, long needed, string what = "this file needs") => new(
        "storage-full",
        $"Storage is full: {UploadLimits.Megabytes(used)} of {UploadLimits.Megabytes(limit)} MB used, {what} {UploadLimits.Megabytes(needed)} MB. Delete unused assets or change the plan.");
}
