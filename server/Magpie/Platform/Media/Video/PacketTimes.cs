namespace Magpie.Platform.Media.Video;

/// <summary>Reads ffprobe's list of packets: <c>pts,dts,duration</c>, a line each, <c>N/A</c> where it knows none.</summary>
internal static class PacketTimes
{
    private const double LongestSeconds = 7 * 24 * 3600,
        HighestFrameRate = 250;

    /// <summary>Null where no packet has a time.</summary>
    public static (double Seconds, double? FrameRate)? Measure(string lines)
    {
        // A still may be shown for long; a frame of hours is an error.
        const double longestFrame = 3600;
        var (first, last, end, packets) = (double.MaxValue, double.MinValue, double.MinValue, 0);
        foreach (var line in lines.AsSpan().EnumerateLines())
        {
            var parts = line.ToString().Split(',');
            if (parts.Length < 3 || (VideoReader.Number(parts[0]) ?? VideoReader.Number(parts[1])) is not { } start)
            {
                continue;
            }

            packets++;
            first = Math.Min(first, start);
            last = Math.Max(last, start);
            end = Math.Max(end, start + Math.Min(VideoReader.Number(parts[2]) ?? 0, longestFrame));
        }

        var seconds = Math.Max(end, last) - first;
        if (packets == 0 || seconds is <= 0 or > LongestSeconds)
        {
            return null;
        }

        // If the last packet has no duration, the others tell.
        var rate = end > last ? packets / seconds : (packets - 1) / seconds;
        return (seconds, rate is > 0 and <= HighestFrameRate ? rate : null);
    }
}
