namespace Magpie.Tests.Platform.Durability;

/// <summary>Calls of which the model of a disk does not know what they do, so that none must change a file on it.</summary>
internal static class UnknownCalls
{
    /// <summary>All that are recorded, so that none of them goes unnoticed.</summary>
    public const string Names =
        "open,creat,write,writev,pwritev,pwritev2,fallocate,truncate,sendfile,splice,copy_file_range,symlink,symlinkat,ioctl,mmap";

    /// <summary>Of the file that a call may change.</summary>
    public static string? PathOf(SystemCall call) =>
        call.Name switch
        {
            "open" or "creat" or "truncate" => call.NamedPath(0),
            "symlink" => call.NamedPath(1),
            "symlinkat" => call.NamedPath(2),
            "write" or "writev" or "pwritev" or "pwritev2" or "fallocate" or "sendfile" or "ioctl" => call.DescriptorPath(0),
            "splice" or "copy_file_range" => call.DescriptorPath(2),
            // Memory that is a file: SQLite's index of its log is, and is made anew after a power cut.
            "mmap" => call.Says(3, "MAP_SHARED")
            && call.Says(2, "PROT_WRITE")
            && call.DescriptorPath(4) is var path
            && path?.EndsWith("-shm", StringComparison.Ordinal) is false
                ? path
                : null,
            _ => throw new NotSupportedException($"{call.Name} was recorded, and nobody knows why."),
        };
}
