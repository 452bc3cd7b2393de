namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// A unit of supplemental messages (SEI) of H.264 and HEVC. Those that say how to show the pictures stay; all others give their
/// room to a filler, so that the unit is as long as it was.
/// </summary>
internal static class SupplementalUnit
{
    private const int Filler = 3,
        Registered = 4,
        Unregistered = 5,
        End = 0x80,
        Stuffing = 0xFF;

    private static readonly byte[] X264 =
    [
        0xDC,
        0x45,
        0xE9,
        0xBD,
        0xE6,
        0xD9,
        0x48,
        0xB7,
        0x96,
        0x2C,
        0xD8,
        0x20,
        0xD9,
        0x23,
        0xEE,
        0xEF,
        .. "x264 - core "u8,
    ];

    /// <summary>Null where nothing has to go. What cannot be read of it goes as well.</summary>
    /// <param name="unit">With its header.</param>
    /// <param name="headerLength">1 for H.264, 2 for HEVC.</param>
    public static byte[]? Clean(ReadOnlySpan<byte> unit, int headerLength)
    {
        ReadOnlySpan<byte> messages = Unescape(unit[headerLength..]).AsSpan().TrimEnd((byte)0);
        var kept = new List<byte>();
        var (at, changed) = (0, false);
        while (messages[at..] is not [] and not [End])
        {
            var start = at;
            if (
                !TryReadNumber(messages, ref at, out var type)
                || !TryReadNumber(messages, ref at, out var size)
                || size > messages.Length - at
            )
            {
                changed = true;
                break;
            }

            var payload = messages.Slice(at, size);
            at += size;
            if (Stays(type, payload))
            {
                kept.AddRange(messages[start..at]);
            }
            else if (type == Unregistered && VersionOfX264(payload) is { Length: > 0 } version)
            {
                kept.AddRange([Unregistered, (byte)version.Length, .. version]);
                changed |= version.Length != size;
            }
            else
            {
                changed = true;
            }
        }

        return changed ? Write(unit, headerLength, Escape(kept)) ?? Write(unit, headerLength, []) : null;
    }

    /// <summary>Buffering, timing, the order of fields, recovery, HDR, 3D, film grain, the globe of 360° and transparency.</summary>
    private static bool Stays(int type, ReadOnlySpan<byte> payload) =>
        type switch
        {
            0 or 1 or 2 or 6 or 19 or 23 or 45 or 47 => true,
            (>= 128 and <= 132) or 137 or 142 or 144 or (>= 147 and <= 156) or 165 or (>= 176 and <= 179) => true,
            Registered => payload is [var country, var high, var low, ..] && RegisteredData.IsOfPicture(country, (high << 8) | low),
            _ => false,
        };

    /// <summary>Decoders use it to work around faults of old encoders; nobody needs the settings after it.</summary>
    private static ReadOnlySpan<byte> VersionOfX264(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith(X264))
        {
            return [];
        }

        var digits = payload[X264.Length..];
        var count = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return payload[..(X264.Length + Math.Min(count < 0 ? digits.Length : count, 4))];
    }

    private static byte[]? Write(ReadOnlySpan<byte> unit, int headerLength, List<byte> kept)
    {
        List<byte> made = [.. unit[..headerLength], .. kept];
        if (made is [.., 0, 0])
        {
            made.Add(3);
        }

        var room = unit.Length - made.Count - 1;
        if (room < 0)
        {
            return null;
        }

        AddFiller(made, room);
        made.Add(End);
        made.AddRange(Enumerable.Repeat((byte)0, unit.Length - made.Count));
        return [.. made];
    }

    private static void AddFiller(List<byte> made, int room)
    {
        // A size of 255 takes a byte more to say than one of 254, so that some rooms need two messages.
        var payload = room - 2 - ((room - 2) / 256);
        if (room >= 2 && 2 + (payload / 255) + payload != room)
        {
            made.AddRange([Filler, 0]);
            room -= 2;
            payload = room - 2 - ((room - 2) / 256);
        }

        if (room >= 2)
        {
            made.AddRange([
                Filler,
                .. Enumerable.Repeat((byte)0xFF, payload / 255),
                (byte)(payload % 255),
                .. Enumerable.Repeat((byte)Stuffing, payload),
            ]);
        }
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        for (number = 0; at < bytes.Length; number += 255)
        {
            if (bytes[at++] is not 0xFF and var last)
            {
                number += last;
                return true;
            }
        }

        return false;
    }

    /// <summary>Three bytes that look like a beginning are kept apart by a 3.</summary>
    private static byte[] Unescape(ReadOnlySpan<byte> bytes)
    {
        var plain = new List<byte>(bytes.Length);
        var zeros = 0;
        foreach (var one in bytes)
        {
            if (zeros >= 2 && one == 3)
            {
                zeros = 0;
                continue;
            }

            plain.Add(one);
            zeros = one == 0 ? zeros + 1 : 0;
        }

        return [.. plain];
    }

    private static List<byte> Escape(List<byte> plain)
    {
        var escaped = new List<byte>(plain.Count);
        foreach (var one in plain)
        {
            if (one <= 3 && escaped is [.., 0, 0])
            {
                escaped.Add(3);
            }

            escaped.Add(one);
        }

        return escaped;
    }
}
