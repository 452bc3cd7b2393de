namespace Magpie.Platform.Web;

/// <summary>The authorization policies that routes name. What a person may do in a group is decided in queries, not here.</summary>
internal static class Policies
{
    /// <summary>A person's own session; tokens can neither make or revoke tokens nor see or end sessions.</summary>
    public const string Session = "session";
}
