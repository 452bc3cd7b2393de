using System.Buffers.Binary;
using System.Text;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// A colour profile with nothing but colour: no descriptions, copyright, dates, makers, serial numbers, private tags, or bytes in gaps and
/// after the end. Each tag that affects colours is parsed by its type and written again.
/// </summary>
internal static class IccProfile
{
    public const int Longest = 4 << 20;

    /// <summary>The most that the mandatory name and copyright take.</summary>
    private const int MostAdded = 512;

    private const int HeaderBytes = 128,
        EntryBytes = 12,
        MostTags = 200;

    /// <summary>The tags that decide how the picture looks, in this order.</summary>
    private static readonly string[] Kept =
    [
        "wtpt",
        "chad",
        "rXYZ",
        "gXYZ",
        "bXYZ",
        "rTRC",
        "gTRC",
        "bTRC",
        "kTRC",
        "A2B0",
        "A2B1",
        "A2B2",
        "B2A0",
        "B2A1",
        "B2A2",
        "cicp",
    ];

    private static readonly string[] Matrix = ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"];

    /// <summary>Null when no program could use the profile; the picture then looks the same without it.</summary>
    public static byte[]? WithoutWords(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderBytes + 4 || !profile[36..].StartsWith("acsp"u8) || profile[8] is not (2 or 4))
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(profile);
        var (purpose, space, between) = (Name(profile[12..]), Name(profile[16..]), Name(profile[20..]));
        if (
            size < HeaderBytes + 4
            || size > profile.Length
            || size > Longest
            || purpose is not ("mntr" or "scnr" or "prtr" or "spac")
            || between is not ("XYZ " or "Lab ")
        )
        {
            return null;
        }

        if (Tags(profile[..(int)size]) is not { } tags)
        {
            return null;
        }

        var obeyed = space switch
        {
            "RGB " => Matrix.All(tags.ContainsKey) || tags.ContainsKey("A2B0"),
            "GRAY" => tags.ContainsKey("kTRC") || tags.ContainsKey("A2B0"),
            "CMYK" => tags.ContainsKey("A2B0"),
            _ => false,
        };
        return obeyed && Write(profile[..HeaderBytes], tags) is var clean && clean.Length <= size + MostAdded ? clean : null;
    }

    /// <summary>Null when two tags overlap without being identical.</summary>
    private static Dictionary<string, byte[]>? Tags(ReadOnlySpan<byte> profile)
    {
        var (tags, seen) = (new Dictionary<string, byte[]>(), new Dictionary<(uint At, uint Length), byte[]>());
        var count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderBytes..]), MostTags);
        for (var i = 0; i < count && HeaderBytes + 4 + (i + 1) * EntryBytes <= profile.Length; i++)
        {
            var entry = profile[(HeaderBytes + 4 + i * EntryBytes)..];
            var (name, at, length) = (
                Name(entry),
                BinaryPrimitives.ReadUInt32BigEndian(entry[4..]),
                BinaryPrimitives.ReadUInt32BigEndian(entry[8..])
            );
            if (!Kept.Contains(name) || tags.ContainsKey(name) || at > profile.Length || length > profile.Length - at)
            {
                continue;
            }

            // The three curves are usually identical; shared data stays shared.
            if (
                !seen.ContainsKey((at, length))
                && seen.Keys.Any(other => at < (long)other.At + other.Length && other.At < (long)at + length)
            )
            {
                return null;
            }

            if (
                seen.TryGetValue((at, length), out var same)
                || (same = IccTag.WithoutWords(profile.Slice((int)at, (int)length))) is not null
            )
            {
                tags[name] = seen[(at, length)] = same;
            }
        }

        return tags;
    }

    private static byte[] Write(ReadOnlySpan<byte> old, Dictionary<string, byte[]> tags)
    {
        var header = new byte[HeaderBytes];
        old[8..10].CopyTo(header.AsSpan(8)); // version
        old[12..24].CopyTo(header.AsSpan(12)); // purpose, space, the space between
        "acsp"u8.CopyTo(header.AsSpan(36));
        header[67] = (byte)(old[67] & 3); // intent
        ReadOnlySpan<byte> d50 = [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];
        d50.CopyTo(header.AsSpan(68));
        var named = header[8] == 2 ? IccTag.OldText("RGB"u8) : IccTag.NewText("RGB");
        List<(string Name, byte[] Data)> all = [("desc", named), ("cprt", header[8] == 2 ? [.. "text"u8, 0, 0, 0, 0, 0, 0, 0, 0] : named)];
        all.AddRange(Kept.Where(tags.ContainsKey).Select(name => (name, tags[name])));

        var (directory, body, places) = (
            new MemoryStream(),
            new MemoryStream(),
            new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance)
        );
        var begin = HeaderBytes + 4 + all.Count * EntryBytes;
        directory.Write(IccTag.Number((uint)all.Count));
        foreach (var (name, data) in all)
        {
            if (!places.TryGetValue(data, out var at))
            {
                at = places[data] = begin + (int)body.Length;
                body.Write(data);
                body.Write(new byte[-data.Length & 3]);
            }

            directory.Write(Encoding.ASCII.GetBytes(name));
            directory.Write(IccTag.Number((uint)at));
            directory.Write(IccTag.Number((uint)data.Length));
        }

        BinaryPrimitives.WriteUInt32BigEndian(header, (uint)(begin + body.Length));
        return [.. header, .. directory.ToArray(), .. body.ToArray()];
    }

    private static string Name(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..4]);
}
