using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// JPEG: keeps tables, scans, density, Adobe's colour transform and the colours of the profile, and of what lies behind its end the
/// pictures that belong to it: a gain map goes on to work, a second view stays one. Each is cleaned like the first. The video of a living
/// photo, with its sound and its place, does not go along.
/// </summary>
internal static class JpegCleaner
{
    private const int AdobeBytes = 12,
        ProfilePart = 65_519;

    public static void Clean(ByteCopy copy)
    {
        var survey = JpegSurvey.Of(copy);
        var others = OthersOf(copy, survey);
        var start = copy.Written;
        var index = WritePicture(copy, survey, others);
        var pictures = new List<OtherPicture> { new(MultiPicture.FirstOfAll, 0, copy.Written - start) };
        foreach (var other in others)
        {
            var at = copy.Written;
            WritePicture(copy.Part(other.Place.At, other.Place.Length), other.Survey, []);
            pictures.Add(other.Place with { At = at - index, Length = copy.Written - at });
        }

        if (others.Count > 0)
        {
            copy.Rewrite(index, MultiPicture.Write(pictures));
        }
    }

    /// <summary>The complete ones, with their new lengths; maps first, because the list in Google's XMP has only those.</summary>
    private static List<Other> OthersOf(ByteCopy copy, JpegSurvey survey)
    {
        var places = survey.Others is { } named ? MultiPicture.Read(named.Content, named.At) : [];
        var listed = survey.Words?.Others().ToList() ?? [];
        if (places.Count == 0 && listed.Count == 0)
        {
            return [];
        }

        var end = EndOf(copy);
        places = MultiPicture.Apart(places, end, copy.Length) is { Count: > 0 } indexed
            ? indexed
            : MultiPicture.Apart(listed.Select(other => new OtherPicture(0, end + other.Behind, other.Length)), end, copy.Length);
        return
        [
            .. places
                .Where(place => !place.IsPreview)
                .Select(place => Measured(copy, place))
                .OfType<Other>()
                .OrderByDescending(other => other.Survey.IsGainMap),
        ];
    }

    private static Other? Measured(ByteCopy copy, OtherPicture place)
    {
        try
        {
            using var nowhere = new CountingStream();
            var part = copy.Unwritten(place.At, place.Length, nowhere);
            var survey = JpegSurvey.Of(part);
            WritePicture(part, survey, []);
            return new(place, survey, nowhere.Position);
        }
        catch (Exception odd) when (odd is InvalidDataException or EndOfStreamException)
        {
            return null; // No picture, or half of one: nobody can show it.
        }
    }

    private static long EndOf(ByteCopy copy)
    {
        using var nowhere = new CountingStream();
        var whole = copy.Unwritten(0, copy.Length, nowhere);
        WriteBody(whole);
        return whole.Position;
    }

    /// <summary>Where the index of the other pictures was written, to be filled in later.</summary>
    private static long WritePicture(ByteCopy copy, JpegSurvey survey, List<Other> others)
    {
        copy.Write(0xFF, JpegMarkers.StartOfImage);
        if (survey.Jfif is { } jfif)
        {
            JpegMarkers.Write(copy, 0xE0, [.. jfif, 0, 0]);
        }

        if (survey.Orientation != 1)
        {
            JpegMarkers.Write(copy, JpegMarkers.Exif, [.. "Exif\0\0"u8, .. Orientation.Write(survey.Orientation)]);
        }

        WriteWords(copy, survey, others);
        var index = copy.Written;
        if (others.Count > 0)
        {
            const int toBlock = 8;
            JpegMarkers.Write(
                copy,
                JpegMarkers.Second,
                [.. MultiPicture.Mark, .. MultiPicture.Write([default, .. others.Select(other => other.Place)])]
            );
            index += toBlock;
        }

        WriteProfile(copy, survey.Profile());
        WriteBody(copy);
        return index;
    }

    private static void WriteWords(ByteCopy copy, JpegSurvey survey, List<Other> others)
    {
        var map = others.FirstOrDefault(other => other.Survey.IsGainMap);
        var words =
            map is null ? survey.Words?.OfMap()
            : survey.Words is { SaysItHasAMap: true } ? GainMapWords.OfPicture(map.Length)
            : null;
        if (words is not null)
        {
            JpegMarkers.Write(copy, JpegMarkers.Exif, [.. GainMapWords.Mark, .. words]);
        }

        if (survey.Block is { } block && (survey.IsGainMap || map is not null))
        {
            JpegMarkers.Write(copy, JpegMarkers.Second, [.. GainMapBlock.Mark, .. block.Content]);
        }
    }

    private static void WriteProfile(ByteCopy copy, byte[]? profile)
    {
        var parts = profile?.Chunk(ProfilePart).ToList() ?? [];
        for (var i = 0; i < parts.Count && parts.Count <= byte.MaxValue; i++)
        {
            JpegMarkers.Write(copy, JpegMarkers.Second, [.. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)parts.Count, .. parts[i]]);
        }
    }

    /// <summary>What decoders need, from the tables to the end marker.</summary>
    private static void WriteBody(ByteCopy copy)
    {
        JpegMarkers.Begin(copy);
        var transformed = false;
        while (JpegMarkers.Next(copy) is var marker && marker != JpegMarkers.EndOfImage)
        {
            if (JpegMarkers.HasNoLength(marker))
            {
                continue;
            }

            var length = JpegMarkers.ReadLength(copy);
            if (marker == 0xEE && !transformed && length >= AdobeBytes)
            {
                var adobe = copy.Read(AdobeBytes);
                copy.Skip(length - AdobeBytes);
                transformed = adobe.AsSpan().StartsWith("Adobe"u8);
                if (transformed)
                {
                    JpegMarkers.Write(copy, marker, adobe);
                }
            }
            else if (IsOfPicture(marker))
            {
                copy.Write(0xFF, marker, (byte)((length + 2) >> 8), (byte)(length + 2));
                copy.Copy(length);
            }
            else
            {
                copy.Skip(length);
            }

            if (marker == JpegMarkers.StartOfScan)
            {
                JpegMarkers.CopyScan(copy);
            }
        }

        copy.Write(0xFF, JpegMarkers.EndOfImage);
    }

    /// <summary>
    /// Frames, tables, scans, number of lines, restarts and hierarchy; no application data, comments or reserved markers.
    /// </summary>
    private static bool IsOfPicture(byte marker) =>
        marker is (>= 0xC0 and <= 0xCF and not 0xC8) or (>= JpegMarkers.StartOfScan and <= 0xDF);

    /// <param name="Place">In the original.</param>
    /// <param name="Length">After cleaning.</param>
    private sealed record Other(OtherPicture Place, JpegSurvey Survey, long Length);
}
