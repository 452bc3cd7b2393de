using Magpie.Model.Media;

namespace Magpie.Platform.Media;

/// <summary>A file that was made for publishing, in the folder that was given for the output.</summary>
internal sealed record PublishedMedia(string Path, MediaFormat Format, int Width, int Height);
