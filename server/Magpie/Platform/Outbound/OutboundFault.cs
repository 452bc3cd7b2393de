namespace Magpie.Platform.Outbound;

/// <summary>Why an address gave no file.</summary>
internal enum OutboundFault
{
    /// <summary>
    /// Not found, not allowed, no answer, no TLS: one fault for all of them, reported after the same time, so that it reveals nothing.
    /// </summary>
    Unreachable,

    NeedsSignIn,
    NotThere,

    /// <summary>The other server reports an error of its own.</summary>
    ServerFailed,

    /// <summary>A response without a file.</summary>
    NoFile,

    TooManyRedirects,

    /// <summary>
    /// The body is compressed although we did not ask for that; decompressing a stranger's data is how small bodies become endless.
    /// </summary>
    Compressed,

    TooSlow,

    /// <summary>The connection closed before the body was complete.</summary>
    BrokenOff,
}

/// <summary>Ends a fetch from anywhere inside it; callers of the client turn it into a sentence.</summary>
internal sealed class OutboundException(OutboundFault fault, Exception? inner = null) : IOException($"A fetch ended: {fault}", inner)
{
    public OutboundFault Fault { get; } = fault;
}
