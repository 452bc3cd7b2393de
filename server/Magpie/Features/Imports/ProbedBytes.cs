using Magpie.Platform.Outbound;

namespace Magpie.Features.Imports;

/// <summary>
/// The parts of a file that a look needs, each written at its place in the whole file: the beginning as it arrives, and a piece of the end
/// if the other server supports ranges. The gap between them takes no disk space.
/// </summary>
internal sealed class ProbedBytes(OutboundClient outbound, OutboundAnswer answer, FileStream file, TimeSpan timeout, TimeProvider time)
    : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[128 << 10];
    private readonly long began = time.GetTimestamp();

    public FileStream File => file;

    /// <summary>Bytes from the beginning, without a gap.</summary>
    public long Length { get; private set; }

    /// <summary>The file has no more bytes.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The first bytes, which decide what it is.</summary>
    /// <exception cref="OutboundException">They do not come.</exception>
    public async Task<ReadOnlyMemory<byte>> BeginAsync(int count)
    {
        var read = await answer.FillAsync(buffer.AsMemory(0, count));
        await KeepAsync(read);
        IsWhole = read < count;
        return buffer.AsMemory(0, read);
    }

    /// <summary>Reads on to that length, or to the end of the file where that comes first.</summary>
    /// <exception cref="OutboundException">It came too slowly, or broke off.</exception>
    public async Task FillAsync(long most)
    {
        while (!IsWhole && Length < most)
        {
            var read = await answer.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - Length)));
            IsWhole = read == 0;
            await KeepAsync(read);
        }
    }

    /// <summary>For data that a preview can do without: false when it does not arrive in time.</summary>
    public async Task<bool> TryFillAsync(long most)
    {
        try
        {
            while (!IsWhole && Length < most)
            {
                if (time.GetElapsedTime(began) > timeout)
                {
                    return false;
                }

                await FillAsync(Math.Min(most, Length + buffer.Length));
            }

            return true;
        }
        catch (OutboundException)
        {
            return false;
        }
    }

    /// <summary>
    /// Fetches everything from <paramref name="start"/> on. False when the other server does not support ranges, or not this one.
    /// </summary>
    public async Task<bool> TryFetchEndAsync(long start, long total, CancellationToken ct)
    {
        try
        {
            using var part = await outbound.SendAsync(
                new(answer.Address) { Headers = [new("Range", $"bytes={start}-{total - 1}")], Timeout = timeout },
                ct
            );
            if (part.PartFrom != start)
            {
                return false;
            }

            file.Position = start;
            while (
                file.Position < total
                && await part.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, total - file.Position))) is > 0 and var read
            )
            {
                await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }

            return file.Position == total;
        }
        catch (OutboundException)
        {
            return false;
        }
    }

    /// <summary>The first bytes, once more.</summary>
    public async Task<ReadOnlyMemory<byte>> HeadAsync(int most)
    {
        var head = new byte[Math.Min(most, Length)];
        file.Position = 0;
        await file.ReadExactlyAsync(head);
        return head;
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    private async Task KeepAsync(int read)
    {
        file.Position = Length;
        await file.WriteAsync(buffer.AsMemory(0, read));
        Length += read;
    }
}
