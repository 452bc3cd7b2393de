namespace Magpie.MediaWorker.Pictures;

/// <summary>The file broke a rule; libvips was not asked, or would not have minded.</summary>
internal sealed class PictureFaultException(string fault) : Exception(fault)
{
    public string Fault => Message;
}
