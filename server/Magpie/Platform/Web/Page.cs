using System.Buffers.Binary;
using System.Buffers.Text;
using Magpie.Model;

namespace Magpie.Platform.Web;

/// <summary>One page of a list. <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Where in a list the next page begins: the key of the last row shown. Opaque to clients.</summary>
internal static class Cursor
{
    public static readonly RuleViolation Wrong = new("cursor", "The cursor is not one of ours. Start again from the first page.");

    private const int GuidBytes = 16;

    public static string Of(long key)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, key);
        return Base64Url.EncodeToString(bytes);
    }

    public static string Of(Guid key) => Base64Url.EncodeToString(key.ToByteArray(bigEndian: true));

    public static bool TryParse(string text, out long key)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        var isOurs = Decodes(text, bytes);
        key = isOurs ? BinaryPrimitives.ReadInt64BigEndian(bytes) : 0;
        return isOurs;
    }

    public static bool TryParse(string text, out Guid key)
    {
        Span<byte> bytes = stackalloc byte[GuidBytes];
        var isOurs = Decodes(text, bytes);
        key = isOurs ? new Guid(bytes, bigEndian: true) : Guid.Empty;
        return isOurs;
    }

    private static bool Decodes(string text, Span<byte> bytes) =>
        text.Length == Base64Url.GetEncodedLength(bytes.Length)
        && Base64Url.IsValid(text, out var length)
        && length == bytes.Length
        && Base64Url.TryDecodeFromChars(text, bytes, out _);
}
