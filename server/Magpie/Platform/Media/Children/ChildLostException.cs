namespace Magpie.Platform.Media.Children;

internal enum ChildLoss
{
    /// <summary>It never ran.</summary>
    NotStarted,

    /// <summary>A signal from outside ended it.</summary>
    Ended,

    /// <summary>It crashed.</summary>
    Crashed,

    /// <summary>The disk that it writes to is full.</summary>
    DiskFull,
}

/// <summary>A program ended without an answer about its input.</summary>
internal sealed class ChildLostException(ChildLoss loss, string why) : Exception(why)
{
    public ChildLoss Loss => loss;
}
