using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Magpie.Platform.Web;

/// <summary>One page of a list. <paramref name="NextCursor"/> is null on the last one.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A place in a list sorted by (time, id). Opaque to clients.</summary>
internal readonly record struct Cursor(DateTime Time, Guid Id)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Time.Ticks}_{Id:N}")));

    public static bool TryParse(string text, out Cursor cursor)
    {
        cursor = default;
        if (!Base64Url.IsValid(text)
            || Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('_') is not [var time, var id]
            || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTime.MaxValue.Ticks
            || !Guid.TryParseExact(id, "N", out var guid))
        {
            return false;
        }

        cursor = new(new DateTime(ticks, DateTimeKind.Utc), guid);
        return true;
    }
}
