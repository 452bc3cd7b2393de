using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>Reads the tracks of an MP4 or MOV that ffmpeg wrote completely and without fragments.</summary>
internal static class MovieSamples
{
    private static readonly uint Moov = IsoBox.Named("moov"),
        Moof = IsoBox.Named("moof");

    /// <param name="units">For its only picture track; null when there is nothing to clean.</param>
    public static async Task CleanAsync(CodedFile file, ICodedUnits? units)
    {
        var tracks = (await FindAsync(file, inWhole: true)).Tracks.FindAll(track => track.IsPicture || track.IsSound);
        if (
            tracks.FindAll(track => track.IsPicture) is not [var picture]
            || tracks.Exists(track => track is not { Descriptions.Count: 1, MediaElsewhere: false, Encrypted: false })
        )
        {
            throw new InvalidDataException();
        }

        foreach (var track in tracks)
        {
            var configuration = await MovieDescription.CleanAsync(file, track, units?.Configuration);
            if (track == picture && units?.Configuration is not null)
            {
                await (
                    configuration is { } box
                        ? units.CleanConfigurationAsync(file, box.Body, box.BodyLength)
                        : throw new InvalidDataException()
                );
            }
        }

        if (units is not null)
        {
            await CleanAsync(file, picture, units);
        }
    }

    /// <summary>Whether a track changes its coding midway, which ffmpeg does not carry over into a copy.</summary>
    public static async Task<bool> ChangeCodingAsync(CodedFile file)
    {
        try
        {
            return (await FindAsync(file, inWhole: false)).Tracks.Exists(track =>
                (track.IsPicture || track.IsSound) && track.Descriptions.Count > 1
            );
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<IsoMovie> FindAsync(CodedFile file, bool inWhole)
    {
        var it = file.Inspect();
        var movie = default(IsoMovie?);
        it.File.MoveTo(0);
        while (await IsoBox.NextAsync(it, file.Length) is { } box)
        {
            if (inWhole && (box.End > file.Length || box.Type == Moof || (box.Type == Moov && movie is not null)))
            {
                throw new InvalidDataException();
            }

            if (box.Type == Moov && movie is null)
            {
                movie = new IsoMovie(it);
                await movie.ReadAsync(box);
            }

            it.File.MoveTo(box.End);
        }

        return movie is not null && (!inWhole || (movie.Odd is null && it.TooManyParts() is null))
            ? movie
            : throw new InvalidDataException();
    }

    private static async Task CleanAsync(CodedFile file, IsoTrack track, ICodedUnits units)
    {
        if (
            track
            is not { Sizes: { Count: > 0, EntryBits: 0 or 32 } sizes, Chunks: { Count: > 0 } chunks, SamplesPerChunk: { Count: > 0 } runs }
        )
        {
            throw new InvalidDataException();
        }

        // Overlapping samples could make work without end.
        var (left, sample) = (file.Length, 0L);
        var (run, perChunk, runEnd) = (0U, 0UL, 1UL);
        for (var chunk = 0U; chunk < chunks.Count; chunk++)
        {
            for (; run < runs.Count && chunk + 1UL >= runEnd; run++)
            {
                perChunk = await file.IndexNumberAsync(runs.At + (run * 12L) + 4, 4);
                runEnd = run + 1 < runs.Count ? await file.IndexNumberAsync(runs.At + ((run + 1) * 12L), 4) : ulong.MaxValue;
            }

            var at = (long)await file.IndexNumberAsync(chunks.At + (chunk * (long)chunks.EntryBits / 8), chunks.EntryBits / 8);
            for (var i = 0UL; i < perChunk; i++, sample++)
            {
                var size =
                    sample >= sizes.Count ? throw new InvalidDataException()
                    : track.FixedSize > 0 ? track.FixedSize
                    : (long)await file.IndexNumberAsync(sizes.At + (sample * 4), 4);
                left -= size;
                if (left < 0 || at < 0 || at > file.Length - size)
                {
                    throw new InvalidDataException();
                }

                await units.CleanSampleAsync(file, at, size);
                at += size;
            }
        }

        if (sample != sizes.Count)
        {
            throw new InvalidDataException();
        }
    }
}
