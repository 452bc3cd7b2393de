using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// Goes through the one picture track of a WebM that ffmpeg wrote. It is walked flat, as the ids of the children are their own.
/// </summary>
internal static class WebmSamples
{
    private const uint Segment = 0x18538067,
        Tracks = 0x1654AE6B,
        Cluster = 0x1F43B675,
        BlockGroup = 0xA0,
        Block = 0xA1,
        SimpleBlock = 0xA3,
        Additions = 0x75A1;

    private const byte Void = 0xEC;

    private const int Laced = 0x06;

    /// <param name="units">Of its pictures; null where there are none to be looked at.</param>
    public static async Task CleanAsync(CodedFile file, ICodedUnits? units)
    {
        var it = file.Inspect();
        var video = default(WebmTrack?);
        it.File.MoveTo(0);
        for (var start = 0L; await WebmElement.NextAsync(it, file.Length) is { } element; start = it.File.Position)
        {
            if (element.Id is Segment or Cluster or BlockGroup)
            {
                it = element.Id is Cluster ? file.Inspect() : it;
                continue;
            }

            if (element.End is not { } end || end > file.Length)
            {
                throw new InvalidDataException();
            }

            if (element.Id is Tracks)
            {
                video =
                    video is null && (await WebmTracks.ReadAsync(it, end)).FindAll(track => track.IsVideo) is [var only]
                        ? only
                        : throw new InvalidDataException();
                await CleanPrivateAsync(file, video, units);
            }
            else if (element.Id is Additions && video is not { HasAlpha: true })
            {
                await CleanAdditionsAsync(file, start, element.Body, end);
            }
            else if (element.Id is Block or SimpleBlock && units is not null)
            {
                await CleanBlockAsync(file, element.Body, end, video ?? throw new InvalidDataException(), units);
            }

            it.File.MoveTo(end);
        }

        if (video is null || it.File.Remaining > 0)
        {
            throw new InvalidDataException();
        }
    }

    private static async Task CleanPrivateAsync(CodedFile file, WebmTrack video, ICodedUnits? units)
    {
        if (units is null)
        {
            await file.FillAsync(video.PrivateAt, video.Codec is "V_VP8" ? video.PrivateLength : 0, 0);
        }
        else
        {
            await units.CleanConfigurationAsync(file, video.PrivateAt, video.PrivateLength);
        }
    }

    /// <summary>
    /// Data next to a block becomes an element that readers skip: its id is a byte shorter, so its length takes one more.
    /// </summary>
    private static async Task CleanAdditionsAsync(CodedFile file, long start, long body, long end)
    {
        var sizeBytes = (int)(body - start) - 1;
        if (sizeBytes > 8)
        {
            throw new InvalidDataException();
        }

        var head = new byte[sizeBytes + 1];
        head[0] = Void;
        for (var (i, left) = (sizeBytes, end - body); i > 0; i--, left >>= 8)
        {
            head[i] = (byte)left;
        }

        head[1] |= (byte)(1 << (8 - sizeBytes));
        await file.WriteAsync(start, head);
        await file.FillAsync(body, end - body, 0);
    }

    private static async Task CleanBlockAsync(CodedFile file, long at, long end, WebmTrack video, ICodedUnits units)
    {
        // A number of one byte (ffmpeg writes few tracks), a time of two, and what the block is like.
        var head = end - at < 4 ? throw new InvalidDataException() : await file.NumberAsync(at, 4);
        if ((head >> 31) == 0)
        {
            throw new InvalidDataException();
        }

        if (((head >> 24) & 0x7F) == video.Number)
        {
            await ((head & Laced) == 0 ? units.CleanSampleAsync(file, at + 4, end - at - 4) : throw new InvalidDataException());
        }
    }
}
