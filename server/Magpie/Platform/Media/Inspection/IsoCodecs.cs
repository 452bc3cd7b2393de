using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform.Media.Codecs;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// Whether a movie's pictures and sound use codecs that are opened. Other tracks (time code, positions, subtitles, chapters) are never
/// decoded, so any codec will do.
/// </summary>
internal static class IsoCodecs
{
    /// <summary>iPhones add spatial sound next to the ordinary track; no decoder knows it, so none opens it.</summary>
    private const string NeverDecoded = "apac";

    public static RuleViolation? FindRefusal(IReadOnlyList<IsoTrack> tracks, string name)
    {
        foreach (var description in tracks.Where(track => track.IsPicture).SelectMany(track => track.Descriptions))
        {
            if (description.PictureCodec is not { } codec || !OpenedCodecs.OpensPicture(MediaFormat.Mp4, codec))
            {
                return CodecRefusals.OfPictures(name, Name(description.PictureCodec, description.Coding));
            }
        }

        var sounds = tracks.Where(track => track.IsSound).SelectMany(track => track.Descriptions).ToList();
        var mayStandBeside = sounds.Exists(Opens);
        foreach (var description in sounds.Where(sound => !Opens(sound) && !(mayStandBeside && sound.SoundCodec is NeverDecoded)))
        {
            return CodecRefusals.OfSound(name, Name(description.SoundCodec, description.Coding));
        }

        return null;
    }

    private static bool Opens(IsoDescription sound) => sound.SoundCodec is { } codec && OpenedCodecs.OpensSound(MediaFormat.Mp4, codec);

    private static string Name(string? codec, uint coding) => codec is null ? FourLetterCodes.Spell(coding) : CodecNames.Of(codec);
}
