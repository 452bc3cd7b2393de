namespace Magpie.Platform.Media.Inspection;

/// <param name="Id">As the specification writes it.</param>
/// <param name="Body">Where its body begins; the window is there.</param>
/// <param name="End">Where it claims to end; null when it does not say.</param>
internal readonly record struct WebmElement(uint Id, long Body, long? End)
{
    /// <summary>The element at the window's position; null at the end, or when it is invalid.</summary>
    public static async ValueTask<WebmElement?> NextAsync(InspectedFile it, long end)
    {
        var file = it.File;
        var left = (int)Math.Min(Ebml.LongestHead, Math.Min(end, file.Length) - file.Position);
        if (
            left < 2
            || !it.MayReadOn()
            || !await it.HasAsync(left)
            || !Ebml.TryReadHead(file.Here[..left], out var id, out var size, out var head)
        )
        {
            return null;
        }

        file.Skip(head);
        return new WebmElement(id, file.Position, size is { } known ? file.Position + (long)Math.Min(known, 1UL << 60) : null);
    }

    /// <summary>The first bytes of its body, at most eight; empty when they are missing.</summary>
    public async ValueTask<ulong> ReadUnsignedAsync(InspectedFile it)
    {
        var length = (int)Math.Clamp((End ?? Body) - Body, 0, 8);
        return await it.HasAsync(length) ? Ebml.ReadUnsigned(it.File.Here[..length]) : 0;
    }
}
