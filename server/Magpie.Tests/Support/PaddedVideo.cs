using System.Buffers.Binary;

namespace Magpie.Tests.Support;

/// <summary>A playable MP4 of an exact size: the free set's clip, and a <c>free</c> box, which every reader skips, up to there.</summary>
public static class PaddedVideo
{
    /// <param name="seed">Of the padding: another one makes another file.</param>
    public static byte[] Of(int bytes, int seed = 1)
    {
        var clip = FreeMedia.BytesOf("clip.mp4");
        var file = new byte[bytes];
        clip.CopyTo(file, 0);
        var box = file.AsSpan(clip.Length);
        new Random(seed).NextBytes(box);
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)box.Length);
        "free"u8.CopyTo(box[4..]);
        return file;
    }
}
