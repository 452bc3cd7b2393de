namespace Magpie.Platform.Media.Children;

/// <summary>A program was killed, or never ran: what it was given is not to blame.</summary>
internal sealed class ChildLostException(bool started, string why) : Exception(why)
{
    public bool Started => started;
}
