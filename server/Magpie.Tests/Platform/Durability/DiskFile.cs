namespace Magpie.Tests.Platform.Durability;

internal sealed class Writing(long offset, byte[] bytes) : Change
{
    public long End => offset + bytes.Length;

    /// <param name="reached">Of each page, by its number.</param>
    public void ApplyTo(SparseBytes file, Func<long, bool> reached)
    {
        for (var from = offset; from < End; )
        {
            var page = from / SparseBytes.Page;
            var to = Math.Min(End, (page + 1) * SparseBytes.Page);
            if (reached(page))
            {
                file.Write(from, bytes.AsSpan((int)(from - offset), (int)(to - from)));
            }

            from = to;
        }
    }
}

internal sealed class Cutting(long length) : Change
{
    public long Length => length;
}

/// <summary>
/// A file, and what was done to it since it was last flushed. Without a flush the kernel brings each page, and the length, to the disk
/// when it likes: what lies there is of any moment since the flush, and of another one for each.
/// </summary>
internal sealed class DiskFile(int number) : DiskNode(number)
{
    private readonly SparseBytes flushed = new();
    private readonly List<Change> changes = [];

    public override IReadOnlyList<Change> Done => [.. changes.Where(change => change.IsDone)];

    public Change Add(Change change)
    {
        changes.Add(change);
        return change;
    }

    /// <param name="seed">Of what reached the disk without a flush; null: nothing did.</param>
    public SparseBytes AfterPowerCut(int? seed)
    {
        if (changes.Count == 0)
        {
            return flushed;
        }

        var chance = seed is { } some ? ChanceOf(some) : null;
        var momentOfLength = Moment(chance);
        // Some files are all of one moment, as where the kernel got to them just then.
        int? momentOfAll = chance?.Next(3) == 0 ? Moment(chance) : null;
        var momentOfPage = new Dictionary<long, int>();
        var left = flushed.Copy();
        var length = left.Length;
        for (var i = 0; i < changes.Count; i++)
        {
            var hasLength = changes[i].IsFlushed || i < momentOfLength;
            if (changes[i] is Writing writing)
            {
                writing.ApplyTo(left, page => changes[i].IsFlushed || i < MomentOf(page));
                length = hasLength ? Math.Max(length, writing.End) : length;
            }
            else if (changes[i] is Cutting cutting && hasLength)
            {
                left.SetLength(cutting.Length);
                length = cutting.Length;
            }
        }

        left.SetLength(length);
        return left;

        int MomentOf(long page)
        {
            if (!momentOfPage.TryGetValue(page, out var moment))
            {
                momentOfPage[page] = moment = momentOfAll ?? Moment(chance);
            }

            return moment;
        }
    }

    /// <summary>How many of the changes had been made then.</summary>
    private int Moment(Random? chance) => chance?.Next(changes.Count + 1) ?? 0;

    protected override void Settle()
    {
        var settled = changes.TakeWhile(change => change.IsFlushed).ToList();
        foreach (var change in settled)
        {
            if (change is Writing writing)
            {
                writing.ApplyTo(flushed, _ => true);
            }
            else if (change is Cutting cutting)
            {
                flushed.SetLength(cutting.Length);
            }
        }

        changes.RemoveRange(0, settled.Count);
    }
}
