namespace Magpie.Model.Networks;

/// <summary>A place on a network where a post can appear.</summary>
/// <param name="Number">0 to 62, never changes: the bit of this surface in stored masks.</param>
/// <param name="Network">As in addresses and rules: <c>instagram</c>.</param>
/// <param name="Place">As in addresses and rules: <c>reel</c>.</param>
/// <param name="NetworkTitle">For people: "Instagram".</param>
/// <param name="Title">For people: "Instagram Reels".</param>
/// <param name="IsPlural">Whether the title takes "recommend" or "recommends".</param>
/// <param name="StandsAlone">False for something that is only part of a post, such as a thumbnail.</param>
public sealed record Surface(
    int Number,
    string Network,
    string Place,
    string NetworkTitle,
    string Title,
    bool IsPlural = false,
    bool StandsAlone = true
)
{
    public const int LastNumber = 62;

    /// <summary>As in <c>fits=instagram.reel</c>.</summary>
    public string Key => $"{Network}.{Place}";

    public long Bit => 1L << Number;

    /// <summary>"Instagram Reels recommend", "X recommends".</summary>
    public string Does(string verb) => IsPlural ? $"{Title} {verb}" : $"{Title} {verb}s";
}
