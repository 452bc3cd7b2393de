using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>The units of H.264 and HEVC as MP4 and MOV hold them, each behind its length.</summary>
internal sealed class NalUnits(bool isHevc) : ICodedUnits
{
    private readonly int headerLength = isHevc ? 2 : 1;

    private int lengthBytes;

    public uint? Configuration { get; } = IsoBox.Named(isHevc ? "hvcC" : "avcC");

    /// <summary>Data after the last unit in <c>avcC</c> and <c>hvcC</c> is not needed.</summary>
    public async ValueTask CleanConfigurationAsync(CodedFile file, long at, long length)
    {
        var (start, end) = (at, at + length);
        if (length < (isHevc ? 23 : 7) || await file.NumberAsync(at, 1) != 1)
        {
            throw new InvalidDataException();
        }

        lengthBytes = (int)(await file.NumberAsync(at + (isHevc ? 21 : 4), 1) & 3) + 1;
        if (isHevc)
        {
            at = start + 23;
            for (var arrays = await file.NumberAsync(start + 22, 1); arrays > 0; arrays--)
            {
                at = await CleanListAsync(file, at + 3, end, await CountAsync(file, at + 1, end, 2));
            }
        }
        else
        {
            at = await CleanListAsync(file, start + 6, end, await CountAsync(file, start + 5, end, 1) & 31);
            at = await CleanListAsync(file, at + 1, end, await CountAsync(file, at, end, 1));
            // How colours and depth are coded, for the high profiles.
            at = end - at >= 4 ? await CleanListAsync(file, at + 4, end, await CountAsync(file, at + 3, end, 1)) : at;
        }

        await file.FillAsync(at, end - at, 0);
    }

    public async ValueTask CleanSampleAsync(CodedFile file, long at, long length)
    {
        for (var end = at + length; at < end; )
        {
            at = await CleanNextAsync(file, at, end, lengthBytes);
        }
    }

    private static async ValueTask<int> CountAsync(CodedFile file, long at, long end, int bytes) =>
        end - at >= bytes ? (int)await file.NumberAsync(at, bytes) : throw new InvalidDataException();

    private async ValueTask<long> CleanListAsync(CodedFile file, long at, long end, int count)
    {
        for (; count > 0; count--)
        {
            at = await CleanNextAsync(file, at, end, 2);
        }

        return at;
    }

    /// <summary>Where the next one begins.</summary>
    private async ValueTask<long> CleanNextAsync(CodedFile file, long at, long end, int lengthOf)
    {
        var size = end - at >= lengthOf ? (long)await file.NumberAsync(at, lengthOf) : throw new InvalidDataException();
        at += lengthOf;
        if (size > end - at)
        {
            throw new InvalidDataException();
        }

        if (size > headerLength)
        {
            await CleanUnitAsync(file, at, size);
        }

        return at + size;
    }

    /// <summary>
    /// How many bytes behind its header a unit of that type needs. Filler and what the standards leave open needs none, as every decoder
    /// skips it; but Dolby Vision lies there (28, 30 and 62, 63). A delimiter says in one byte what pictures follow.
    /// </summary>
    private long Needed(int type) =>
        (isHevc, type) switch
        {
            (true, 36 or 37 or 38 or (>= 10 and <= 15) or (>= 22 and <= 31) or (>= 41 and <= 61)) => 0,
            (false, 0 or 10 or 11 or 12 or (>= 2 and <= 4) or (>= 16 and <= 18) or (>= 21 and <= 27) or 29 or 31) => 0,
            (true, 35) or (false, 9) => 1,
            _ => long.MaxValue - 2,
        };

    private async ValueTask CleanUnitAsync(CodedFile file, long at, long size)
    {
        var first = (int)await file.NumberAsync(at, 1);
        var type = isHevc ? (first >> 1) & 63 : first & 31;
        if (isHevc ? type is 39 or 40 : type is 6)
        {
            if (SupplementalUnit.Clean(await file.ReadAsync(at, size), headerLength) is { } clean)
            {
                await file.WriteAsync(at, clean);
            }
        }
        else
        {
            var needed = Math.Min(size, headerLength + Needed(type));
            await file.FillAsync(at + needed, size - needed, 0xFF);
        }
    }
}
