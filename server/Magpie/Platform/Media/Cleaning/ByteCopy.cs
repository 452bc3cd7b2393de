using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>A file, or a part of one, that is read from front to end, and the output that some of it is copied to.</summary>
internal sealed class ByteCopy
{
    /// <summary>The most that cleaning can add: metadata of our own, and a colour profile that compresses less well.</summary>
    private const int MostAdded = 1 << 16;

    private readonly byte[] buffer = new byte[1 << 16];
    private readonly Stream input;
    private readonly Stream output;
    private readonly long begin;
    private readonly long end;

    public ByteCopy(Stream input, Stream output)
        : this(input, output, 0, input.Length) { }

    private ByteCopy(Stream input, Stream output, long begin, long end)
    {
        (this.input, this.output, this.begin, this.end) = (input, output, begin, end);
        input.Position = begin;
    }

    /// <summary>Relative to the start of the part.</summary>
    public long Position => input.Position - begin;

    public long Length => end - begin;

    public long Remaining => end - input.Position;

    /// <summary>Where the next byte will be written.</summary>
    public long Written => output.Position;

    /// <summary>The same output, with only a part of the input; leaves this one's position elsewhere.</summary>
    public ByteCopy Part(long at, long length) => new(input, output, begin + at, begin + at + length);

    /// <summary>A part that is only read, not copied.</summary>
    public ByteCopy Unwritten(long at, long length, Stream nowhere) => new(input, nowhere, begin + at, begin + at + length);

    /// <summary>For reading the same file a second time.</summary>
    public void Rewind() => input.Position = begin;

    public void MoveTo(long position) => input.Position = begin + position;

    public void StepBack(int count) => input.Seek(-count, SeekOrigin.Current);

    public byte ReadByte() =>
        input.Position < end && input.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public byte Peek()
    {
        var value = ReadByte();
        StepBack(1);
        return value;
    }

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

    /// <exception cref="InvalidDataException">Whoever asks for it would make a large file of a small one: it names the same bytes again and
    /// again.</exception>
    public void Write(params ReadOnlySpan<byte> bytes)
    {
        if (output.Position + bytes.Length > input.Length + MostAdded)
        {
            throw new InvalidDataException("A copy that is larger than the file");
        }

        output.Write(bytes);
    }

    public void WriteUInt32BigEndian(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        Write(bytes);
    }

    public void WriteUInt32LittleEndian(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        Write(bytes);
    }

    /// <summary>Overwrites a placeholder whose content was not known before.</summary>
    public void Rewrite(long at, ReadOnlySpan<byte> bytes)
    {
        var here = output.Position;
        output.Position = at;
        output.Write(bytes);
        output.Position = here;
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
        if (count > Remaining)
        {
            throw new EndOfStreamException();
        }

        while (count > 0)
        {
            var read = input.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            Write(buffer.AsSpan(0, read));
            count -= read;
        }
    }
}
