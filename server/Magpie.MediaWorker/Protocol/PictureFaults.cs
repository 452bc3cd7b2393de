namespace Magpie.MediaWorker.Protocol;

/// <summary>Why a picture itself is at fault, as <see cref="PictureAnswer.Fault"/> names it.</summary>
internal static class PictureFaults
{
    public const string Damaged = "damaged";
    public const string CutOff = "cut-off";
    public const string TooManyPixels = "too-many-pixels";
}
