using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Vips;

/// <summary>libvips could not do it; the message is its own, for logs and never for people.</summary>
internal sealed class VipsException(string message) : Exception(message)
{
    public static VipsException Take()
    {
        var text = Marshal.PtrToStringUTF8(VipsLibrary.ErrorText())?.Trim();
        VipsLibrary.ClearError();
        return new VipsException(string.IsNullOrEmpty(text) ? "libvips gave no reason" : text);
    }
}
