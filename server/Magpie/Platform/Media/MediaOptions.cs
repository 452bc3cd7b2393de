using System.ComponentModel.DataAnnotations;

namespace Magpie.Platform.Media;

/// <summary>How files are understood. Section <c>Magpie:Media</c>.</summary>
public sealed class MediaOptions
{
    public const string Section = "Magpie:Media";

    /// <summary>
    /// Pictures that are decoded at once; as many videos, looks at unusual files, and copies to hand out; two fewer files for publishing,
    /// but at least one of each kind. 0 is two more than there are cores, so that no core is idle while files are fetched and stored.
    /// </summary>
    [Range(0, 256)]
    public int Workers { get; set; }

    /// <summary>
    /// Takes files without understanding them, until it is started again without this: for a move of many, or to give the machine to
    /// something else.
    /// </summary>
    public bool Paused { get; set; }

    /// <summary>The most millions of pixels that a picture, or a frame, may have.</summary>
    [Range(1, 2000)]
    public int MaxMegapixels { get; set; } = 100;

    /// <summary>How long one picture may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PictureTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one video may take, all its renditions together.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "12:00:00")]
    public TimeSpan VideoTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long it may take to find out what a video is, of <see cref="VideoTimeout"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an odd file is looked at before its upload is answered; what is not known by then, processing tells.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Memory that a picture worker may fill, in megabytes.</summary>
    [Range(256, 65536)]
    public int PictureMemoryMegabytes { get; set; } = 1500;

    /// <summary>Memory that ffmpeg may fill, in megabytes.</summary>
    [Range(256, 65536)]
    public int VideoMemoryMegabytes { get; set; } = 3000;

    /// <summary>A worker is replaced after this many pictures, so that what leaks in a decoder, or took it over, does not stay.</summary>
    [Range(1, 1_000_000)]
    public int PicturesPerWorker { get; set; } = 500;

    /// <summary>
    /// Number of the user, and of the group, that decoders run as where the server runs as root; nothing may belong to it.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int ChildUser { get; set; } = 65534;

    /// <summary>A name that is looked for along <c>PATH</c>, or a path.</summary>
    [Required]
    public string FfmpegPath { get; set; } = "ffmpeg";

    /// <summary>A name that is looked for along <c>PATH</c>, or a path.</summary>
    [Required]
    public string FfprobePath { get; set; } = "ffprobe";

    /// <summary>Where the workers read and write. On the disk of the originals, they need not be copied there.</summary>
    [Required]
    public string ScratchFolder { get; set; } = Path.Combine(Path.GetTempPath(), "magpie-media");

    internal int WorkerCount => Workers > 0 ? Workers : Environment.ProcessorCount + 2;

    internal long MaxPixels => MaxMegapixels * 1_000_000L;
}
