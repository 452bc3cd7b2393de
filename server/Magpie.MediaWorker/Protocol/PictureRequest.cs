namespace Magpie.MediaWorker.Protocol;

/// <summary>Asks a picture worker for one piece of work.</summary>
/// <param name="File">Name inside the worker's <c>in</c> folder; renditions go to its <c>out</c> folder.</param>
/// <param name="Format"><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>gif</c>: what the bytes were found to be.</param>
/// <param name="LargeName">What the 1600 px rendition is called: <c>preview</c>, or <c>poster</c> for a frame of a video.</param>
/// <param name="MaxPixels">More than this in one frame is refused before anything is decoded.</param>
/// <param name="CheckOnly">Decode, but write nothing.</param>
/// <param name="Export">Write this one file instead of the renditions.</param>
internal sealed record PictureRequest(
    string File,
    string Format,
    string LargeName,
    long MaxPixels,
    bool CheckOnly,
    PictureExport? Export = null
);

/// <summary>A file for the world outside: upright, sRGB, without metadata. Called <c>export</c> in the answer.</summary>
/// <param name="Format"><c>jpeg</c>, <c>png</c> or <c>webp</c>.</param>
/// <param name="Crop">Left, top, width and height of what is kept, in pixels of the upright picture; null for all of it.</param>
/// <param name="Width">It is made this large, whatever its shape was.</param>
/// <param name="Height">It is made this large, whatever its shape was.</param>
/// <param name="MaxBytes">It is made coarser and then smaller until it fits; null for no limit.</param>
internal sealed record PictureExport(string Format, int[]? Crop, int Width, int Height, long? MaxBytes);
