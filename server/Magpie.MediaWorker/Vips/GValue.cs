using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Vips;

/// <summary><c>struct _GValue</c>: a type and two words of content.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    private readonly nuint type;
    private readonly long first;
    private readonly long second;
}
