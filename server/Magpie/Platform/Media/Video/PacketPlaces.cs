namespace Magpie.Platform.Media.Video;

/// <summary>
/// Reads ffprobe's list of packets and where they lie: <c>pts,duration,size,pos</c>, a line each, <c>N/A</c> where it knows none.
/// </summary>
internal static class PacketPlaces
{
    /// <summary>
    /// How much of the video, from its start, is within the first bytes of the file; null when not even the first packet is.
    /// </summary>
    public static double? SecondsWithin(long bytes, string lines)
    {
        (double? start, double end) = (null, 0);
        foreach (var line in lines.AsSpan().EnumerateLines())
        {
            var parts = line.ToString().Split(',');
            if (parts.Length < 4 || VideoReader.Number(parts[2]) is not { } size || VideoReader.Number(parts[3]) is not { } position)
            {
                continue;
            }

            if (position + size > bytes)
            {
                break;
            }

            var time = VideoReader.Number(parts[0]) ?? end;
            start = Math.Min(start ?? time, time);
            // The last one only counts up to its start, because the next one may have to be shown first.
            end = Math.Max(end, time);
        }

        return start is { } first ? Math.Max(0, end - first) : null;
    }
}
