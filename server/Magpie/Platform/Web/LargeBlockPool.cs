using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace Magpie.Platform.Web;

/// <summary>
/// Buffers for connections. The web server's own have 4 KiB, which costs a system call for every 4 KiB received, and uploads have many of
/// those. A waiting connection holds no buffer, so large ones cost nothing when little happens.
/// </summary>
internal sealed class LargeBlockPool : IMemoryPoolFactory<byte>
{
    private const int BlockBytes = 64 << 10;

    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    private sealed class Pool : MemoryPool<byte>
    {
        public override int MaxBufferSize => BlockBytes;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1) =>
            new Block(ArrayPool<byte>.Shared.Rent(Math.Max(minBufferSize, BlockBytes)));

        protected override void Dispose(bool disposing) { }
    }

    private sealed class Block(byte[] bytes) : IMemoryOwner<byte>
    {
        private byte[]? bytes = bytes;

        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref bytes, null) is { } owned)
            {
                ArrayPool<byte>.Shared.Return(owned);
            }
        }
    }
}
