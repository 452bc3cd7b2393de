using System.Buffers.Binary;

namespace Magpie.Platform.Media.Video;

/// <summary>
/// An animated WebP that ffmpeg wrote. ffmpeg only knows when a frame begins, so for the last one it guesses how long it is shown.
/// </summary>
internal static class MovingWebp
{
    private const int HeaderBytes = 12,
        ChunkHeaderBytes = 8,
        ToDuration = 12,
        LongestFrame = 0xFFFFFF;

    /// <summary>Sets the last frame's duration to what the others leave of the total.</summary>
    /// <param name="mostFrames">A file with this many frames was cut, so its last frame is not the original's.</param>
    public static void LastUntil(string path, double seconds, int mostFrames)
    {
        UnixFiles.RefuseLink(path); // What another program wrote may be a way to somewhere else.
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var (last, before, current, frames) = (-1L, 0L, 0, 0);
        var head = new byte[ChunkHeaderBytes];
        var content = new byte[ToDuration + 3];
        for (var at = (long)HeaderBytes; at + ChunkHeaderBytes <= file.Length; )
        {
            file.Position = at;
            file.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (head.AsSpan().StartsWith("ANMF"u8) && length >= content.Length && at + ChunkHeaderBytes + length <= file.Length)
            {
                file.ReadExactly(content);
                (last, before) = (at + ChunkHeaderBytes + ToDuration, before + current);
                current = content[ToDuration] | content[ToDuration + 1] << 8 | content[ToDuration + 2] << 16;
                frames++;
            }

            at += ChunkHeaderBytes + length + (length & 1);
        }

        var rest = (long)Math.Round(seconds * 1000) - before;
        if (frames > 1 && frames < mostFrames && rest is > 0 and <= LongestFrame)
        {
            file.Position = last;
            file.Write([(byte)rest, (byte)(rest >> 8), (byte)(rest >> 16)]);
        }
    }
}
