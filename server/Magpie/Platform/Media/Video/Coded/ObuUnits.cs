using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>The units of AV1 (OBU). What is not needed becomes padding, which decoders skip.</summary>
internal sealed class ObuUnits : ICodedUnits
{
    private const int Metadata = 5,
        Padding = 15,
        LightLevel = 1,
        MasteringColours = 2,
        Scalability = 3,
        Registered = 4;

    private const int ConfigurationHead = 4;

    public uint? Configuration { get; } = IsoBox.Named("av1C");

    public ValueTask CleanConfigurationAsync(CodedFile file, long at, long length) =>
        length >= ConfigurationHead
            ? CleanSampleAsync(file, at + ConfigurationHead, length - ConfigurationHead)
            : throw new InvalidDataException();

    public async ValueTask CleanSampleAsync(CodedFile file, long at, long length)
    {
        for (var end = at + length; at < end; )
        {
            var head = (int)await file.NumberAsync(at, 1);
            var (type, isExtended, saysSize) = ((head >> 3) & 15, (head & 4) != 0, (head & 2) != 0);
            var body = at + (isExtended ? 2 : 1);
            var size = (ulong)Math.Max(0, end - body);
            if (saysSize)
            {
                (size, body) = await ReadNumberAsync(file, body, end);
            }

            if ((head & 0x80) != 0 || body > end || size > (ulong)(end - body))
            {
                throw new InvalidDataException();
            }

            if (!(type is Metadata ? await IsOfPictureAsync(file, body, body + (long)size) : type is (>= 1 and <= 4) or (>= 6 and <= 8)))
            {
                await ClearAsync(file, at, (byte)((head & 0x87) | (Padding << 3)), body, (long)size);
            }

            at = body + (long)size;
        }
    }

    private static async ValueTask<bool> IsOfPictureAsync(CodedFile file, long at, long end)
    {
        (var kind, at) = await ReadNumberAsync(file, at, end);
        if (kind != Registered)
        {
            return kind is LightLevel or MasteringColours or Scalability;
        }

        var maker = end - at >= 3 ? (int)await file.NumberAsync(at, 3) : 0;
        return RegisteredData.IsOfPicture(maker >> 16, maker & 0xFFFF);
    }

    private static async ValueTask ClearAsync(CodedFile file, long at, byte head, long body, long size)
    {
        await file.WriteAsync(at, new[] { head });
        if (size > 0)
        {
            await file.FillAsync(body, size - 1, 0);
            await file.FillAsync(body + size - 1, 1, 0x80);
        }
    }

    /// <summary>Seven bits a byte, the lowest first; at most eight bytes.</summary>
    private static async ValueTask<(ulong Number, long Next)> ReadNumberAsync(CodedFile file, long at, long end)
    {
        var number = 0UL;
        for (var shift = 0; shift < 56 && at < end; shift += 7)
        {
            var one = await file.NumberAsync(at++, 1);
            number |= (one & 0x7F) << shift;
            if (one < 0x80)
            {
                return (number, at);
            }
        }

        throw new InvalidDataException();
    }
}
