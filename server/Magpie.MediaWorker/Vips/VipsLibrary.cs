using System.Reflection;
using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Vips;

/// <summary>The calls of libvips (and of GObject, which the same file exports) that the worker needs. None is variadic.</summary>
internal static partial class VipsLibrary
{
    private const string Name = "vips";

    /// <summary>Loads the library and closes every way into it but the four formats that Magpie keeps.</summary>
    public static void Open()
    {
        NativeLibrary.SetDllImportResolver(typeof(VipsLibrary).Assembly, Resolve);
        if (Initialize("magpie-media-worker") != 0)
        {
            throw VipsException.Take();
        }

        BlockUntrusted(1);
        BlockOperation("VipsForeignLoad", 1);
        BlockOperation("VipsForeignSave", 1);
        string[] needed =
        [
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadWebp",
            "VipsForeignLoadNsgif",
            "VipsForeignSaveWebp",
            "VipsForeignSaveJpeg",
            "VipsForeignSavePng",
        ];
        foreach (var operation in needed)
        {
            BlockOperation(operation, 0);
        }

        // Every picture is another one, so a cache would only hold memory; and there are workers enough for all cores.
        SetCacheSize(0);
        SetConcurrency(1);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search) =>
        name == Name ? NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "libvips-cpp.so")) : 0;

    [LibraryImport(Name, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Initialize(string program);

    [LibraryImport(Name, EntryPoint = "vips_block_untrusted_set")]
    private static partial void BlockUntrusted(int state);

    [LibraryImport(Name, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void BlockOperation(string name, int state);

    [LibraryImport(Name, EntryPoint = "vips_cache_set_max")]
    private static partial void SetCacheSize(int operations);

    [LibraryImport(Name, EntryPoint = "vips_concurrency_set")]
    private static partial void SetConcurrency(int threads);

    [LibraryImport(Name, EntryPoint = "vips_error_buffer")]
    public static partial nint ErrorText();

    [LibraryImport(Name, EntryPoint = "vips_error_clear")]
    public static partial void ClearError();

    [LibraryImport(Name, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewOperation(string nickname);

    [LibraryImport(Name, EntryPoint = "vips_object_set_argument_from_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetArgument(nint operation, string name, string value);

    [LibraryImport(Name, EntryPoint = "vips_object_build")]
    public static partial int Build(nint operation);

    [LibraryImport(Name, EntryPoint = "vips_object_unref_outputs")]
    public static partial void UnrefOutputs(nint operation);

    [LibraryImport(Name, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProperty(nint instance, string name, in GValue value);

    [LibraryImport(Name, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void GetProperty(nint instance, string name, ref GValue value);

    [LibraryImport(Name, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint instance);

    [LibraryImport(Name, EntryPoint = "g_value_init")]
    public static partial nint InitializeValue(ref GValue value, nuint type);

    [LibraryImport(Name, EntryPoint = "g_value_unset")]
    public static partial void UnsetValue(ref GValue value);

    [LibraryImport(Name, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(ref GValue value, nint instance);

    [LibraryImport(Name, EntryPoint = "g_value_dup_object")]
    public static partial nint TakeObject(in GValue value);

    [LibraryImport(Name, EntryPoint = "vips_value_get_blob")]
    public static partial nint GetBlob(in GValue value, out nuint length);

    [LibraryImport(Name, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(Name, EntryPoint = "vips_blob_get_type")]
    public static partial nuint BlobType();

    [LibraryImport(Name, EntryPoint = "vips_image_get_width")]
    public static partial int Width(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_get_height")]
    public static partial int Height(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_get_page_height")]
    public static partial int PageHeight(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_get_orientation_swap")]
    public static partial int OrientationSwaps(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_hasalpha")]
    public static partial int HasAlpha(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint FieldType(VipsImage image, string name);

    [LibraryImport(Name, EntryPoint = "vips_image_get_blob", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetBlob(VipsImage image, string name, out nint data, out nuint length);

    [LibraryImport(Name, EntryPoint = "vips_image_set_int", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetInt(VipsImage image, string name, int value);

    [LibraryImport(Name, EntryPoint = "vips_image_set_array_int", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetInts(VipsImage image, string name, ReadOnlySpan<int> values, int count);

    [LibraryImport(Name, EntryPoint = "vips_image_set_blob_copy", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBlob(VipsImage image, string name, byte[] data, nuint length);

    [LibraryImport(Name, EntryPoint = "vips_image_get_interpretation")]
    public static partial int Interpretation(VipsImage image);

    [LibraryImport(Name, EntryPoint = "vips_image_copy_memory")]
    public static partial nint CopyToMemory(VipsImage image);
}
