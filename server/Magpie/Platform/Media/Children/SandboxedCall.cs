namespace Magpie.Platform.Media.Children;

/// <summary>One run of a program that may read and write only what is named here, and has no network.</summary>
internal sealed record SandboxedCall(string Program, IReadOnlyList<string> Arguments)
{
    public IReadOnlyList<string> Readable { get; init; } = [];
    public IReadOnlyList<string> Writable { get; init; } = [];

    /// <summary>For a test: as if the kernel had no later version of Landlock.</summary>
    public int? LandlockAtMost { get; init; }
    public required long MemoryBytes { get; init; }
    public required long LargestFile { get; init; }

    /// <summary>CPU time of all threads together; ends a child that nobody waits for any more.</summary>
    public required TimeSpan CpuTime { get; init; }
}

/// <summary>How it ended, its output (up to a limit) and the beginning of its errors.</summary>
internal sealed record SandboxedResult(int ExitCode, byte[] Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;
}
