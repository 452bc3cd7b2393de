using System.Globalization;
using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Vips;

/// <summary>One call of a libvips operation by its nickname; arguments are its properties.</summary>
internal sealed class VipsOperation : IDisposable
{
    private readonly nint operation;

    public VipsOperation(string nickname)
    {
        operation = VipsLibrary.NewOperation(nickname);
        if (operation == 0)
        {
            throw VipsException.Take();
        }
    }

    /// <summary>Numbers, enumerations by nickname, flags, file names: libvips converts to the type of the argument.</summary>
    public VipsOperation With(string name, string value)
    {
        if (VipsLibrary.SetArgument(operation, name, value) != 0)
        {
            throw VipsException.Take();
        }

        return this;
    }

    public VipsOperation With(string name, double value) => With(name, value.ToString("R", CultureInfo.InvariantCulture));

    public VipsOperation With(string name, VipsImage image)
    {
        var value = default(GValue);
        _ = VipsLibrary.InitializeValue(ref value, VipsLibrary.ImageType());
        VipsLibrary.SetObject(ref value, image.DangerousGetHandle());
        VipsLibrary.SetProperty(operation, name, value);
        VipsLibrary.UnsetValue(ref value);
        return this;
    }

    public void Run()
    {
        if (VipsLibrary.Build(operation) != 0)
        {
            throw VipsException.Take();
        }
    }

    public VipsImage Image()
    {
        Run();
        var value = default(GValue);
        _ = VipsLibrary.InitializeValue(ref value, VipsLibrary.ImageType());
        VipsLibrary.GetProperty(operation, "out", ref value);
        var image = new VipsImage(VipsLibrary.TakeObject(value));
        VipsLibrary.UnsetValue(ref value);
        return image;
    }

    public byte[] Buffer()
    {
        Run();
        var value = default(GValue);
        _ = VipsLibrary.InitializeValue(ref value, VipsLibrary.BlobType());
        VipsLibrary.GetProperty(operation, "buffer", ref value);
        var data = VipsLibrary.GetBlob(value, out var length);
        var bytes = new byte[(int)length];
        Marshal.Copy(data, bytes, 0, bytes.Length);
        VipsLibrary.UnsetValue(ref value);
        return bytes;
    }

    public void Dispose()
    {
        VipsLibrary.UnrefOutputs(operation);
        VipsLibrary.Unref(operation);
    }
}
