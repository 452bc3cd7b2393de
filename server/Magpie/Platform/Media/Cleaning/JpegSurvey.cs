namespace Magpie.Platform.Media.Cleaning;

/// <summary>The parts of a JPEG before its picture that decide how it looks.</summary>
internal sealed class JpegSurvey
{
    private readonly SortedDictionary<byte, byte[]> profileParts = [];
    private byte profileCount;

    /// <summary>The first 12 bytes of JFIF: version and density, without the thumbnail.</summary>
    public byte[]? Jfif { get; private set; }

    public int Orientation { get; private set; } = 1;

    public GainMapWords? Words { get; private set; }

    public GainMapBlock? Block { get; private set; }

    /// <summary>Where the other pictures of the file are, and what their offsets are relative to.</summary>
    public (byte[] Content, long At)? Others { get; private set; }

    public bool IsGainMap => Words is { IsOfMap: true } || Block is { IsOfMap: true };

    /// <summary>Without texts; null when there is no usable one.</summary>
    public byte[]? Profile() =>
        profileCount > 0
        && profileParts.Count == profileCount
        && profileParts.Keys.Last() == profileCount
        && profileParts.Values.Sum(part => part.Length) <= IccProfile.Longest
            ? IccProfile.WithoutWords(profileParts.Values.SelectMany(part => part).ToArray())
            : null;

    public static JpegSurvey Of(ByteCopy copy)
    {
        var survey = new JpegSurvey();
        JpegMarkers.Begin(copy);
        while (JpegMarkers.Next(copy) is var marker && marker is not (JpegMarkers.StartOfScan or JpegMarkers.EndOfImage))
        {
            if (JpegMarkers.HasNoLength(marker))
            {
                continue;
            }

            var length = JpegMarkers.ReadLength(copy);
            var at = copy.Position;
            if (marker is 0xE0 or JpegMarkers.Exif or JpegMarkers.Second)
            {
                survey.Take(marker, copy.Read(length), at);
            }
            else
            {
                copy.Skip(length);
            }
        }

        return survey;
    }

    private void Take(byte marker, byte[] content, long at)
    {
        var said = content.AsSpan();
        if (marker == 0xE0 && said.StartsWith("JFIF\0"u8) && content.Length >= 14)
        {
            Jfif ??= content[..12];
        }
        else if (marker == JpegMarkers.Exif && said.StartsWith("Exif\0\0"u8))
        {
            Orientation = Orientation == 1 ? Inspection.Orientation.Read(said[6..]) : Orientation;
        }
        else if (marker == JpegMarkers.Exif && said.StartsWith(GainMapWords.Mark))
        {
            Words ??= GainMapWords.Read(content.AsSpan(GainMapWords.Mark.Length));
        }
        else if (marker == JpegMarkers.Second && said.StartsWith(GainMapBlock.Mark))
        {
            Block ??= GainMapBlock.Read(said[GainMapBlock.Mark.Length..]);
        }
        else if (marker == JpegMarkers.Second && said.StartsWith(MultiPicture.Mark))
        {
            Others ??= (content[MultiPicture.Mark.Length..], at + MultiPicture.Mark.Length);
        }
        else if (marker == JpegMarkers.Second && said.StartsWith("ICC_PROFILE\0"u8) && content.Length > 14)
        {
            profileCount = content[13];
            profileParts.TryAdd(content[12], content[14..]);
        }
    }
}
