using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>WebM (RFC 9559 and the WebM guidelines) up to the first block of its picture track.</summary>
internal static class WebmStructure
{
    private const uint Segment = 0x18538067;
    private const uint Tracks = 0x1654AE6B;
    private const uint Cluster = 0x1F43B675;
    private const uint BlockGroup = 0xA0;
    private const uint Block = 0xA1;
    private const uint SimpleBlock = 0xA3;
    private const uint Void = 0xEC;
    private const uint Checksum = 0xBF;

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(0);
        if (await FindSegmentAsync(it) is not { } segment)
        {
            return it.Damaged(Damage.NothingToShow);
        }

        if (segment.End > file.Length)
        {
            return it.CutOff();
        }

        var end = segment.End ?? file.Length;
        var tracks = default(List<WebmTrack>?);
        var video = default(WebmTrack?);
        while (await WebmElement.NextAsync(it, end) is { } element)
        {
            if (element.Id == Tracks && tracks is null && element.End is { } tracksEnd)
            {
                tracks = await WebmTracks.ReadAsync(it, Math.Min(tracksEnd, end));
                if (CheckTracks(it, tracks) is { } refused)
                {
                    return refused;
                }

                video = FindShown(tracks);
                file.MoveTo(tracksEnd);
            }
            else if (element.Id is Cluster or BlockGroup)
            {
                // The reader steps into it: ids tell its children from those of the segment.
                if (tracks is null)
                {
                    return Unsure("pictures before the list of tracks");
                }
            }
            else if (element.Id is Block or SimpleBlock && video is not null && await IsOfAsync(it, video.Number))
            {
                return element.End > file.Length ? it.CutOff() : await EvaluateAsync(it, video);
            }
            else if (element.End is { } next)
            {
                file.MoveTo(next);
            }
            else
            {
                return Unsure("an element without an end");
            }
        }

        return it.TooManyParts()
            ?? (
                video is null ? Refused(InspectionRefusals.NoPictureTrack(it.Name, hasSound: false))
                : file.Remaining > 0 && file.Position < end ? Unsure("something unreadable before its first picture")
                : it.Damaged(Damage.EmptyTrack)
            );
    }

    private static async ValueTask<WebmElement?> FindSegmentAsync(InspectedFile it)
    {
        if (await WebmElement.NextAsync(it, it.File.Length) is not { Id: Ebml.Header, End: { } header })
        {
            return null;
        }

        it.File.MoveTo(header);
        while (await WebmElement.NextAsync(it, it.File.Length) is { } element)
        {
            if (element.Id == Segment)
            {
                return element;
            }

            if (element.Id is not (Void or Checksum) || element.End is not { } next)
            {
                return null;
            }

            it.File.MoveTo(next);
        }

        return null;
    }

    private static StructureVerdict? CheckTracks(InspectedFile it, List<WebmTrack> tracks)
    {
        if (tracks.Exists(track => track.Encrypted))
        {
            return Refused(InspectionRefusals.Encrypted(it.Name));
        }

        if (FindShown(tracks) is not { } video)
        {
            return Refused(InspectionRefusals.NoPictureTrack(it.Name, hasSound: tracks.Count > 0));
        }

        return WebmCodecs.FindRefusal(tracks, it.Name) is { } unopened ? Refused(unopened)
            : video.Width * video.Height > 0 ? it.CheckSize(video.Width, video.Height)
            : null;
    }

    private static WebmTrack? FindShown(List<WebmTrack> tracks) =>
        tracks
            .Where(track => track.IsVideo)
            .OrderByDescending(track => track.IsDefault)
            .ThenByDescending(track => track.Width * track.Height)
            .FirstOrDefault();

    private static async ValueTask<bool> IsOfAsync(InspectedFile it, ulong track)
    {
        var left = (int)Math.Min(8, it.File.Remaining);
        return await it.HasAsync(left) && Ebml.TryReadNumber(it.File.Here[..left], 8, out _, out var number) && number == track;
    }

    /// <summary>By the first block of its pictures, where the window is.</summary>
    private static async ValueTask<StructureVerdict> EvaluateAsync(InspectedFile it, WebmTrack video)
    {
        var left = (int)Math.Min(32, it.File.Remaining);
        return !await it.HasAsync(left) ? it.CutOff()
            : WebmBlock.FindOddity(it.File.Here[..left], video.Codec) is { } odd ? Unsure(odd)
            : video.Width == 0 || video.Height == 0 ? Unsure("a picture track without a size")
            : Sound((int)video.Width, (int)video.Height);
    }
}
