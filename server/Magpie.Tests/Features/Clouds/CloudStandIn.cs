using System.Collections.Concurrent;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Clouds;

/// <param name="Parent">Null: at the top.</param>
/// <param name="Bytes">Null: a folder.</param>
/// <param name="Length">As it is said to be, where that is not the truth.</param>
public sealed record StandInFile(string Id, string Name, string? Parent, byte[]? Bytes, string? MediaType, long? Length = null);

/// <summary>A provider's server, with one member's files in it, that speaks as its documentation says.</summary>
public abstract class CloudStandIn(SourceServer source, string folder)
{
    private int files;

    public SourceServer Source { get; } = source;

    public GrantStandIn Grants { get; } = new(source, folder);

    public ConcurrentDictionary<string, StandInFile> Files { get; } = new();

    /// <summary>Fewer than were asked for, which a provider may always answer.</summary>
    public int MostPerPage { get; set; } = 1000;

    public abstract IEnumerable<KeyValuePair<string, string>> Settings { get; }

    /// <summary>How it says that it was asked too often.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whose files these are, before the @.</summary>
    public string Account { get; set; } = "olga";

    /// <summary>Revocation does not work.</summary>
    public bool CannotRevoke { get; set; }

    public string AddFolder(string name, string? parent = null) => Add(new(NewId(), name, parent, null, null));

    /// <summary>One of the test media.</summary>
    public string AddMedia(string media, string? parent, string? name = null) =>
        Add(new(NewId(), name ?? media, parent, FreeMedia.BytesOf(media), TypeOf(media)));

    public string Add(StandInFile file)
    {
        Files[file.Id] = file;
        Offer(file);
        return file.Id;
    }

    public string NewId() => IdOf(Interlocked.Increment(ref files));

    protected abstract string IdOf(int number);

    protected virtual void Offer(StandInFile file) { }

    protected (IReadOnlyList<StandInFile> Page, int? Next) PageOf(IEnumerable<StandInFile> found, int from)
    {
        var rest = found.OrderBy(file => file.Id, StringComparer.Ordinal).Skip(from).ToList();
        return (rest.Take(MostPerPage).ToList(), rest.Count > MostPerPage ? from + MostPerPage : null);
    }

    private static string TypeOf(string media) =>
        Path.GetExtension(media) switch
        {
            ".jpg" => "image/jpeg",
            ".png" => "image/png",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            ".mp4" => "video/mp4",
            ".mov" => "video/quicktime",
            _ => "application/octet-stream",
        };
}
