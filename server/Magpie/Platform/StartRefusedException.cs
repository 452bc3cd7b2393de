namespace Magpie.Platform;

/// <summary>The server cannot start as configured; the message is the line for the operator.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
