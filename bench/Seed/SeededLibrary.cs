using System.Collections;
using Magpie.Model.Library;

namespace Magpie.Bench.Seed;

/// <summary>
/// Assets as a team leaves them behind: they come in sessions of a few to some dozens that share a way of naming and some labels,
/// over six years and more often lately. Oldest first, no two in the same millisecond.
/// </summary>
internal sealed class SeededLibrary(Installation home, int count) : IEnumerable<SeededAsset>
{
    private const double Years = 6;
    private readonly Random random = new(20_261_125);
    private readonly SeededLabels labels = new(20_261_126);

    public IEnumerator<SeededAsset> GetEnumerator()
    {
        var span = TimeSpan.FromDays(Years * 365.25);
        var start = home.End - span;
        var (moment, post, free) = (start, -1, 0);
        for (var made = 0; made < count; )
        {
            // The root makes the last year about three times as busy as the first.
            var begin = start + (span * Math.Pow((double)made / count, 0.6));
            moment = begin > moment ? begin : moment;
            var names = new SessionNames(random, moment);
            var shared = labels.ForSession();
            for (var left = Math.Min(1 + random.Next(60), count - made); left > 0; left--, made++)
            {
                moment = moment.AddMilliseconds(1 + random.Next((int)Math.Max(2, span.TotalMilliseconds / count / 4)));
                var template = Pick(random.NextDouble() < 0.12 ? home.Videos : home.Pictures);
                var status = NextStatus();
                int? heldBy = null;
                if (status is AssetStatus.Ready && random.NextDouble() < 0.01)
                {
                    (post, free) = free == 0 ? (post + 1, random.Next(4)) : (post, free - 1);
                    heldBy = post;
                }

                yield return new(
                    NewId(moment),
                    moment,
                    names.Next(template.Format),
                    template,
                    status,
                    NextOrigin(),
                    labels.ForAsset(shared),
                    random.NextDouble() < 0.01,
                    random.NextDouble() < 0.02 ? "Approved by the client; credit the photographer." : null,
                    heldBy
                );
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Asset Pick(IReadOnlyList<Asset> from) => from[random.Next(from.Count)];

    private AssetStatus NextStatus() =>
        random.Next(1_000) switch
        {
            < 950 => AssetStatus.Ready,
            < 985 => AssetStatus.Draft,
            < 999 => AssetStatus.Failed,
            _ => AssetStatus.Processing,
        };

    private AssetOrigin NextOrigin() =>
        random.Next(100) switch
        {
            < 93 => AssetOrigin.Upload,
            < 96 => AssetOrigin.Ai,
            < 98 => AssetOrigin.Url,
            98 => AssetOrigin.Dropbox,
            _ => AssetOrigin.GoogleDrive,
        };

    // As Guid.CreateVersion7, but the same on every run.
    private Guid NewId(DateTime moment)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds();
        for (var index = 5; index >= 0; index--, milliseconds >>= 8)
        {
            bytes[index] = (byte)milliseconds;
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }
}
