using Magpie.Model.Media;

namespace Magpie.Platform.Media;

/// <summary>A file for publishing, in the given output folder.</summary>
internal sealed record PublishedMedia(string Path, MediaFormat Format, int Width, int Height);
