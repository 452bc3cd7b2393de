namespace Magpie.MediaWorker.Protocol;

/// <summary>Asks a picture worker for one piece of work.</summary>
/// <param name="File">Name inside the worker's <c>in</c> folder; renditions go to its <c>out</c> folder.</param>
/// <param name="Format"><c>jpeg</c>, <c>png</c>, <c>webp</c> or <c>gif</c>: what the bytes were found to be.</param>
/// <param name="LargeName">What the 1600 px rendition is called: <c>preview</c>, or <c>poster</c> for a frame of a video.</param>
/// <param name="MaxPixels">More than this in one frame is refused before anything is decoded.</param>
/// <param name="CheckOnly">Decode, but write nothing.</param>
internal sealed record PictureRequest(string File, string Format, string LargeName, long MaxPixels, bool CheckOnly);
