namespace Magpie.Platform;

/// <summary>The start cannot go on as configured; the message is the line for the operator.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
