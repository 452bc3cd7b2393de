using System.Buffers.Binary;
using System.Buffers.Text;

namespace Magpie.Platform.Web;

/// <summary>One page of a list. <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>The place in a list after which the next page begins. Opaque to clients.</summary>
internal static class Cursor
{
    public static string Of(long place)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, place);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, out long place)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        var isOurs =
            text.Length <= 11
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length == sizeof(long);
        place = isOurs ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;
        return isOurs;
    }
}
