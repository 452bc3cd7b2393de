namespace Magpie.Model.Uploads;

public static class StorageRules
{
    public static RuleViolation Full(long used, long limit, long needed) => new(
        "storage-full",
        $"Storage is full: {UploadLimits.Megabytes(used)} of {UploadLimits.Megabytes(limit)} MB used, this needs {UploadLimits.Megabytes(needed)} MB. Delete unused assets or change the plan.");
}
