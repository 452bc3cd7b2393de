using System.Text;

namespace Magpie.Platform.Media.Inspection;

internal sealed class WebmTrack
{
    public ulong Number { get; set; }

    public bool IsVideo { get; set; }

    public bool IsSound { get; set; }

    /// <summary>Whether players use it by default, which is so unless the file says otherwise.</summary>
    public bool IsDefault { get; set; } = true;

    public string Codec { get; set; } = "";

    /// <summary>The start of the codec's private data; where Matroska borrows the header of another format, it names the codec.</summary>
    public byte[] CodecPrivate { get; set; } = [];

    public long PrivateAt { get; set; }

    public long PrivateLength { get; set; }

    /// <summary>Whether its blocks also have transparency.</summary>
    public bool HasAlpha { get; set; }

    public long Width { get; set; }

    public long Height { get; set; }

    public bool Encrypted { get; set; }
}

/// <summary>
/// The track list of a WebM, read without recursion: nested elements are just stepped into, because no id that matters here has another
/// meaning one level down.
/// </summary>
internal static class WebmTracks
{
    private const int MaxTracks = 1_000;

    public static async ValueTask<List<WebmTrack>> ReadAsync(InspectedFile it, long end)
    {
        var tracks = new List<WebmTrack>();
        while (await WebmElement.NextAsync(it, end) is { } element)
        {
            var track = tracks.Count == 0 ? null : tracks[^1];
            switch (element.Id)
            {
                case 0xAE when tracks.Count < MaxTracks: // TrackEntry
                    tracks.Add(new WebmTrack());
                    continue;
                case 0xE0 or 0x6D80 or 0x6240: // Video, ContentEncodings, ContentEncoding
                    continue;
                case 0xD7 when track is not null:
                    track.Number = await element.ReadUnsignedAsync(it);
                    break;
                case 0x83 when track is not null:
                    var kind = await element.ReadUnsignedAsync(it);
                    (track.IsVideo, track.IsSound) = (kind == 1, kind == 2);
                    break;
                case 0x88 when track is not null:
                    track.IsDefault = await element.ReadUnsignedAsync(it) != 0;
                    break;
                case 0x63A2 when track is not null: // CodecPrivate
                    (track.PrivateAt, track.PrivateLength) = (element.Body, (element.End ?? element.Body) - element.Body);
                    track.CodecPrivate = await ReadBeginningAsync(it, element);
                    break;
                case 0x53C0 when track is not null: // AlphaMode
                    track.HasAlpha = await element.ReadUnsignedAsync(it) == 1;
                    break;
                case 0xB0 when track is not null:
                    track.Width = await ReadSideAsync(it, element);
                    break;
                case 0xBA when track is not null:
                    track.Height = await ReadSideAsync(it, element);
                    break;
                case 0x86 when track is not null:
                    track.Codec = await ReadCodecAsync(it, element);
                    break;
                case 0x5035 when track is not null: // ContentEncryption
                    track.Encrypted = true;
                    break;
                default:
                    break;
            }

            if (element.End is not { } next)
            {
                break;
            }

            it.File.MoveTo(next);
        }

        return tracks;
    }

    private static async ValueTask<long> ReadSideAsync(InspectedFile it, WebmElement element) =>
        (long)Math.Min(await element.ReadUnsignedAsync(it), int.MaxValue);

    private static async ValueTask<byte[]> ReadBeginningAsync(InspectedFile it, WebmElement element)
    {
        var length = (int)Math.Clamp((element.End ?? element.Body) - element.Body, 0, 20);
        return await it.HasAsync(length) ? it.File.Here[..length].ToArray() : [];
    }

    // The name ends up in a sentence, so only characters of codec names are kept.
    private static async ValueTask<string> ReadCodecAsync(InspectedFile it, WebmElement element)
    {
        var length = (int)Math.Clamp((element.End ?? element.Body) - element.Body, 0, 40);
        return await it.HasAsync(length)
            ? string.Concat(
                Encoding.Latin1.GetString(it.File.Here[..length]).Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '.')
            )
            : "";
    }
}
