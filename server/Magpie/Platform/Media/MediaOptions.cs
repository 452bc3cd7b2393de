using System.ComponentModel.DataAnnotations;

namespace Magpie.Platform.Media;

/// <summary>How files are processed. Section <c>Magpie:Media</c>.</summary>
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
    /// Accepts files without processing them until it is restarted without this: for adding many files, or to leave the machine to
    /// something else.
    /// </summary>
    public bool Paused { get; set; }

    /// <summary>The maximum size of a picture or a frame, in millions of pixels.</summary>
    [Range(1, 2000)]
    public int MaxMegapixels { get; set; } = 100;

    /// <summary>How long one picture may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PictureTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one video may take, all its renditions together.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "12:00:00")]
    public TimeSpan VideoTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long of <see cref="VideoTimeout"/> it may take to find out what a video is.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an unusual file is checked before its upload is answered; processing finds out the rest.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Memory that a picture worker may fill, in megabytes.</summary>
    [Range(256, 65536)]
    public int PictureMemoryMegabytes { get; set; } = 1500;

    /// <summary>Memory that ffmpeg may fill, in megabytes.</summary>
    [Range(256, 65536)]
    public int VideoMemoryMegabytes { get; set; } = 3000;

    /// <summary>A worker is replaced after this many pictures, so that leaks, or an attacker inside a decoder, do not last.</summary>
    [Range(1, 1_000_000)]
    public int PicturesPerWorker { get; set; } = 500;

    /// <summary>The user and group id that decoders run as when the server is root; nothing may belong to it.</summary>
    [Range(1, int.MaxValue)]
    public int ChildUser { get; set; } = 65534;

    /// <summary>A name to find in <c>PATH</c>, or a path.</summary>
    [Required]
    public string FfmpegPath { get; set; } = "ffmpeg";

    /// <summary>A name to find in <c>PATH</c>, or a path.</summary>
    [Required]
    public string FfprobePath { get; set; } = "ffprobe";

    /// <summary>Where the workers read and write. On the disk of the originals, so that those need not be copied.</summary>
    [Required]
    public string ScratchFolder { get; set; } = Path.Combine(Path.GetTempPath(), "magpie-media");

    internal int WorkerCount => Workers > 0 ? Workers : Environment.ProcessorCount + 2;

    internal long MaxPixels => MaxMegapixels * 1_000_000L;
}
