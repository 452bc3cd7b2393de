namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// How a codec divides what it writes into units, some of which nobody needs to see a picture. Throws <see cref="InvalidDataException"/>
/// where they do not add up.
/// </summary>
internal interface ICodedUnits
{
    /// <summary>The box of an MP4 or MOV that says how to decode; null where none does.</summary>
    uint? Configuration { get; }

    /// <summary>Of what the container says of the codec; comes before any sample.</summary>
    ValueTask CleanConfigurationAsync(CodedFile file, long at, long length);

    ValueTask CleanSampleAsync(CodedFile file, long at, long length);
}
