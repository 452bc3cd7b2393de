namespace Magpie.Platform.Outbound;

/// <summary>Why an address gave no file.</summary>
internal enum OutboundFault
{
    /// <summary>Not found, not allowed, not answering, not speaking https: one fault for all of them, told after one time.</summary>
    Unreachable,

    NeedsSignIn,
    NotThere,

    /// <summary>The other server says that it is the one in trouble.</summary>
    ServerFailed,

    /// <summary>An answer without a file in it.</summary>
    NoFile,

    TooManyRedirects,

    /// <summary>
    /// The body is compressed although nobody asked for it; inflating what a stranger sends is how small bodies become endless.
    /// </summary>
    Compressed,

    TooSlow,

    /// <summary>The connection ended before the body did.</summary>
    BrokenOff,
}

/// <summary>Ends a fetch from anywhere within it; the client's callers turn it into a sentence.</summary>
internal sealed class OutboundException(OutboundFault fault, Exception? inner = null) : IOException($"A fetch ended: {fault}", inner)
{
    public OutboundFault Fault { get; } = fault;
}
