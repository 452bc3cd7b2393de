namespace Magpie.MediaWorker.Sandbox;

/// <summary>A limit could not be applied; nothing untrusted may be opened then.</summary>
internal sealed class SandboxException(string call, int error) : Exception($"{call} failed with errno {error}");
