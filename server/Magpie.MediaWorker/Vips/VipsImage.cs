using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Vips;

/// <summary>A picture, mostly a promise of one: libvips decodes when pixels are asked for.</summary>
internal sealed class VipsImage : SafeHandle
{
    private const int BlackAndWhite = 1,
        DeepGrey = 26;

    public VipsImage(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;
    public int Width => VipsLibrary.Width(this);

    /// <summary>Of an animation: all its frames, one below the other.</summary>
    public int Height => VipsLibrary.Height(this);
    public int PageHeight => VipsLibrary.PageHeight(this);
    public bool HasAlpha => VipsLibrary.HasAlpha(this) != 0;

    /// <summary>Whether a valid EXIF orientation swaps width and height.</summary>
    public bool LiesOnItsSide => VipsLibrary.OrientationSwaps(this) != 0;

    public bool IsGrey => VipsLibrary.Interpretation(this) is BlackAndWhite or DeepGrey;
    public bool IsDeep => VipsLibrary.Interpretation(this) == DeepGrey;

    public bool Has(string field) => VipsLibrary.FieldType(this, field) != 0;

    public void Set(string field, int value) => VipsLibrary.SetInt(this, field, value);

    public void Set(string field, ReadOnlySpan<int> values) => VipsLibrary.SetInts(this, field, values, values.Length);

    public void Set(string field, byte[] blob) => VipsLibrary.SetBlob(this, field, blob, (nuint)blob.Length);

    public byte[]? Blob(string field)
    {
        if (!Has(field) || VipsLibrary.GetBlob(this, field, out var data, out var length) != 0)
        {
            VipsLibrary.ClearError();
            return null;
        }

        var bytes = new byte[(int)length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>Decodes now, once; what is made from the result does not decode again.</summary>
    public VipsImage InMemory()
    {
        var copy = VipsLibrary.CopyToMemory(this);
        return copy == 0 ? throw VipsException.Take() : new VipsImage(copy);
    }

    protected override bool ReleaseHandle()
    {
        VipsLibrary.Unref(handle);
        return true;
    }
}
