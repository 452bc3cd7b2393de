using System.Buffers.Binary;
using Magpie.Tests.Support;

namespace Magpie.Tests.Browser;

/// <summary>The clip of the free set with a box of nothing at its end: a sound film of several chunks, other bytes each time.</summary>
internal sealed class LongFilm : IDisposable
{
    private const int Bytes = 24_000_000;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-film-");

    public LongFilm(string name)
    {
        Path = System.IO.Path.Combine(folder.FullName, name);
        var clip = FreeMedia.BytesOf("clip.mp4");
        var film = new byte[Bytes];
        clip.CopyTo(film, 0);
        BinaryPrimitives.WriteInt32BigEndian(film.AsSpan(clip.Length), Bytes - clip.Length);
        "free"u8.CopyTo(film.AsSpan(clip.Length + 4));
        System.Text.Encoding.UTF8.GetBytes(name).CopyTo(film, clip.Length + 8);
        File.WriteAllBytes(Path, film);
    }

    public string Path { get; }

    public void Dispose() => folder.Delete(recursive: true);
}
