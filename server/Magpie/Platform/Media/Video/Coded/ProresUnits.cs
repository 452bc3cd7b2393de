namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// Frames of ProRes (SMPTE RDD 36). Each begins with a header that names who coded it, and may be longer than what it says.
/// </summary>
internal sealed class ProresUnits : ICodedUnits
{
    private const int Header = 8,
        EncoderId = Header + 4,
        Flags = Header + 19,
        LeastHeader = 20,
        Matrix = 64;

    private const uint Frame = 0x69637066; // icpf

    public uint? Configuration => null;

    public ValueTask CleanConfigurationAsync(CodedFile file, long at, long length) => ValueTask.CompletedTask;

    public async ValueTask CleanSampleAsync(CodedFile file, long at, long length)
    {
        if (length < Header + LeastHeader || await file.NumberAsync(at + 4, 4) != Frame)
        {
            throw new InvalidDataException();
        }

        var (size, header, flags) = (
            (long)await file.NumberAsync(at, 4),
            (long)await file.NumberAsync(at + Header, 2),
            await file.NumberAsync(at + Flags, 1)
        );
        var needed = LeastHeader + ((flags & 2) != 0 ? Matrix : 0) + ((flags & 1) != 0 ? Matrix : 0);
        if (header < needed || size < Header + header || size > length)
        {
            throw new InvalidDataException();
        }

        // Which program it was matters to no decoder; ffmpeg writes this.
        await file.WriteAsync(at + EncoderId, "Lavc"u8.ToArray());
        await file.FillAsync(at + Header + needed, header - needed, 0);
        await file.FillAsync(at + size, length - size, 0);
    }
}
