using static Magpie.Platform.Media.Inspection.InspectedFile;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// MP4 (ISO 14496-12) and QuickTime: the movie header with its tracks, and whether the media they point to is in the file.
/// Media data itself is stepped over, so 50 MB cost no more than five.
/// </summary>
internal static class IsoStructure
{
    private static readonly uint Moov = IsoBox.Named("moov"),
        Moof = IsoBox.Named("moof"),
        Mdat = IsoBox.Named("mdat");

    public static async ValueTask<StructureVerdict> InspectAsync(InspectedFile it)
    {
        var file = it.File;
        file.MoveTo(0);
        var movie = default(IsoMovie?);
        var (hasFragments, isCutOff) = (false, false);
        var fragmented = new HashSet<uint>();
        while (await IsoBox.NextAsync(it, file.Length) is { } box)
        {
            if (box.Type == Moov && movie is null)
            {
                if (box.End > file.Length)
                {
                    return it.CutOff();
                }

                movie = new IsoMovie(it);
                await movie.ReadAsync(box);
            }
            else if (box.Type == Moof)
            {
                hasFragments = true;
                isCutOff |= box.End > file.Length;
                await IsoFragment.NoteTracksAsync(it, box, fragmented);
            }
            else if (box.Type == Mdat)
            {
                isCutOff |= box.End > file.Length;
            }

            if (box.End > file.Length)
            {
                break;
            }

            file.MoveTo(box.End);
        }

        return it.TooManyParts() is { } unsure ? unsure
            : movie is null ? it.Damaged(Damage.NoIndex)
            : hasFragments && isCutOff ? it.CutOff()
            : await EvaluateAsync(it, movie, fragmented, isCutOff);
    }

    private static async ValueTask<StructureVerdict> EvaluateAsync(
        InspectedFile it,
        IsoMovie movie,
        HashSet<uint> fragmented,
        bool isCutOff
    )
    {
        if (movie.Tracks.Exists(track => track.MediaElsewhere))
        {
            return Refused(InspectionRefusals.MediaElsewhere(it.Name));
        }

        if (movie.Tracks.Exists(track => track.Encrypted))
        {
            return Refused(InspectionRefusals.Encrypted(it.Name));
        }

        if (movie.MostCuts > it.Limits.MaxCuts)
        {
            return Refused(InspectionRefusals.TooManyCuts(it.Name, it.Limits));
        }

        var hasSound = movie.Tracks.Exists(track => track.IsSound);
        var pictures = movie.Tracks.FindAll(track => track.IsPicture && !(hasSound && IsCover(track)));
        if (pictures.Count == 0)
        {
            return movie.Odd is { } broken && !hasSound ? Unsure(broken) : Refused(InspectionRefusals.NoPictureTrack(it.Name, hasSound));
        }

        if (IsoCodecs.FindRefusal(movie.Tracks, it.Name) is { } unopened)
        {
            return Refused(unopened);
        }

        if (FindShown(pictures, fragmented) is not { } shown)
        {
            return it.Damaged(Damage.EmptyTrack);
        }

        if (shown.Clock.Scale == 0)
        {
            return it.Damaged(Damage.NoClock);
        }

        if (shown is { Width: > 0, Height: > 0 } && it.CheckSize(shown.Width, shown.Height) is { } refused)
        {
            return refused;
        }

        if (shown.SampleCount > 0 && await IsoSamples.FindFaultAsync(it, shown) is { } fault)
        {
            return it.Damaged(fault);
        }

        var odd = movie.Odd ?? movie.Clock.Oddity ?? Oddity(shown, isCutOff, hasSound) ?? await IsoSamples.FindOddityAsync(it, shown);
        return odd is { } strange ? Unsure(strange) : Sound(shown.Width, shown.Height);
    }

    /// <summary>The same track as <c>VideoReader</c> picks: cameras put a thumbnail next to the video, or before it.</summary>
    private static IsoTrack? FindShown(List<IsoTrack> pictures, HashSet<uint> fragmented) =>
        pictures
            .Where(track => track.SampleCount > 0 || fragmented.Contains(track.Id))
            .OrderByDescending(track => track.SampleCount != 1 || fragmented.Contains(track.Id))
            .ThenByDescending(track => track.Enabled)
            .ThenBy(track => track.IsOfStills)
            .ThenByDescending(track => track.Width * (long)track.Height)
            .FirstOrDefault();

    /// <summary>Music and audio books have their cover as a track with one picture.</summary>
    private static bool IsCover(IsoTrack track) => track.SampleCount == 1 && track.IsOfStills;

    private static string? Oddity(IsoTrack track, bool isCutOff, bool hasSound) =>
        isCutOff ? "media data that ends behind the file"
        : track.Id == 0 ? "a track without a number"
        : track.Clock.Oddity is { } clock ? clock
        : track.Width == 0 || track.Height == 0 ? "a picture track without a size"
        : hasSound && track.SampleCount == 1 && track.Coding == IsoBox.Named("mp4v") ? "one picture, which may be a cover"
        : null;
}
