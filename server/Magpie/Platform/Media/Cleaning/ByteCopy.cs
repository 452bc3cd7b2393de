using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>A file that is read from front to end, and the one that some of it is written to.</summary>
internal sealed class ByteCopy(Stream input, Stream output)
{
    private readonly byte[] buffer = new byte[1 << 16];

    public long Position => input.Position;

    public long Remaining => input.Length - input.Position;

    /// <summary>For a second walk over the same file.</summary>
    public void Rewind() => input.Position = 0;

    public void StepBack(int count) => input.Seek(-count, SeekOrigin.Current);

    public byte ReadByte() => input.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public byte[] Read(int count)
    {
        if (count > Remaining)
        {
            throw new EndOfStreamException();
        }

        var bytes = new byte[count];
        input.ReadExactly(bytes);
        return bytes;
    }

    public uint ReadUInt32BigEndian() => BinaryPrimitives.ReadUInt32BigEndian(Read(4));

    public void Write(params ReadOnlySpan<byte> bytes) => output.Write(bytes);

    public void WriteUInt32BigEndian(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        output.Write(bytes);
    }

    public void WriteUInt32LittleEndian(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        output.Write(bytes);
    }

    public void Skip(long count)
    {
        if (count > Remaining)
        {
            throw new EndOfStreamException();
        }

        input.Seek(count, SeekOrigin.Current);
    }

    public void Copy(long count)
    {
        while (count > 0)
        {
            var read = input.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            output.Write(buffer, 0, read);
            count -= read;
        }
    }
}
