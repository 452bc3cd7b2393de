using System.Security.Cryptography;

namespace Magpie.Tests.Platform.Durability;

/// <summary>The bytes of a file, page by page as the kernel brings them to the disk; a page that was never written is a hole.</summary>
internal sealed class SparseBytes
{
    public const int Page = 4096;

    private readonly HashSet<long> written = [];
    private byte[] bytes = [];
    private string? sha256;

    public long Length { get; private set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, (int)Length);

    public void Write(long offset, ReadOnlySpan<byte> some)
    {
        sha256 = null;
        var end = offset + some.Length;
        if (end > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Max(end, bytes.Length * 2L));
        }

        some.CopyTo(bytes.AsSpan((int)offset));
        Length = Math.Max(Length, end);
        for (var page = offset / Page; page * Page < end; page++)
        {
            written.Add(page);
        }
    }

    /// <summary>What is cut off is gone; what is added is a hole.</summary>
    public void SetLength(long length)
    {
        sha256 = null;
        if (length < Length)
        {
            bytes.AsSpan((int)length..(int)Length).Clear();
            written.RemoveWhere(page => page * Page >= length);
        }
        else if (length > bytes.Length)
        {
            Array.Resize(ref bytes, (int)length);
        }

        Length = length;
    }

    public SparseBytes Copy()
    {
        var copy = new SparseBytes { bytes = Bytes.ToArray(), Length = Length };
        copy.written.UnionWith(written);
        return copy;
    }

    /// <summary>As a file whose holes are holes.</summary>
    public void SaveAs(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.SetLength(file, Length);
        foreach (var page in written)
        {
            var from = page * Page;
            RandomAccess.Write(file, Bytes[(int)from..(int)Math.Min(Length, from + Page)], from);
        }
    }
}
