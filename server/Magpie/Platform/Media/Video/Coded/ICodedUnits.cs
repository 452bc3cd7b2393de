namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// How a codec divides its data into units, some of which are not needed to show a picture. Throws <see cref="InvalidDataException"/> when
/// they are inconsistent.
/// </summary>
internal interface ICodedUnits
{
    /// <summary>The box of an MP4 or MOV with the decoder settings; null when there is none.</summary>
    uint? Configuration { get; }

    /// <summary>The codec's settings from the container; called before any sample.</summary>
    ValueTask CleanConfigurationAsync(CodedFile file, long at, long length);

    ValueTask CleanSampleAsync(CodedFile file, long at, long length);
}
