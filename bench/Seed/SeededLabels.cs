namespace Magpie.Bench.Seed;

/// <summary>
/// 300 labels: the second is half as frequent as the first, the third a third, and so on (Zipf). None to six on an asset.
/// </summary>
internal sealed class SeededLabels
{
    public static readonly IReadOnlyList<string> Names = [.. Make()];

    private readonly Random random;
    private readonly double[] sums;

    public SeededLabels(int seed)
    {
        random = new(seed);
        var sum = 0.0;
        sums = [.. Names.Select((_, index) => sum += 1.0 / (index + 1))];
    }

    /// <summary>What the whole session is about: mostly one label.</summary>
    public int[] ForSession() =>
        Draw(
            random.Next(4) switch
            {
                0 => 0,
                3 => 2,
                _ => 1,
            }
        );

    public int[] ForAsset(int[] shared) => [.. shared.Concat(Draw(Math.Max(0, random.Next(8) - 3))).Distinct()];

    private int[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    private int Next()
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, Names.Count - 1);
    }

    private static IEnumerable<string> Make()
    {
        string[] subjects =
        [
            "product",
            "people",
            "office",
            "food",
            "travel",
            "nature",
            "city",
            "event",
            "interview",
            "animals",
            "sport",
            "music",
            "fashion",
            "architecture",
            "education",
            "health",
            "夏",
            "推荐",
            "عروض",
            "vidéo",
        ];
        string[] qualities =
        [
            "",
            " portrait",
            " landscape",
            " close-up",
            " black & white",
            " 2021",
            " 2022",
            " 2023",
            " 2024",
            " 2025",
            " approved",
            " evergreen",
            " campaign",
            " user generated",
            " seasonal",
        ];
        return qualities.SelectMany(quality => subjects.Select(subject => subject + quality));
    }
}
