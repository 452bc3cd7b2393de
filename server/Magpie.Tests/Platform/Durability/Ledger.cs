namespace Magpie.Tests.Platform.Durability;

/// <summary>
/// What the server has promised by a good answer, and when that came. Moments are microseconds since 1970, as those of a trace.
/// </summary>
internal sealed class Ledger
{
    private readonly Lock gate = new();
    private readonly List<Promise> promises = [];

    public static long Now => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public IReadOnlyList<Promise> All
    {
        get
        {
            lock (gate)
            {
                return [.. promises];
            }
        }
    }

    public Promise Enter(string what, Func<RebuiltDatabase, bool> isKept) => Enter(new Promise(what, Now, isKept));

    public PromisedFile Enter(string name, Guid asset, byte[] bytes) => Enter(new PromisedFile(name, Now, asset, bytes));

    public IEnumerable<Promise> HeldAt(long moment) => All.Where(promise => promise.Since < moment && moment < promise.Until);

    private T Enter<T>(T promise)
        where T : Promise
    {
        lock (gate)
        {
            promises.Add(promise);
        }

        return promise;
    }
}

internal class Promise(string what, long since, Func<RebuiltDatabase, bool> isKept)
{
    public long Since => since;

    /// <summary>From then on somebody may have changed it again.</summary>
    public long Until { get; private set; } = long.MaxValue;

    public bool IsKeptIn(RebuiltDatabase database) => isKept(database);

    /// <summary>Said before a request that takes it back.</summary>
    public void EndsNow() => Until = Math.Max(Ledger.Now, since + 2); // There is a moment between the two, however fast this is.

    public override string ToString() => what;
}

/// <summary>An upload that was completed.</summary>
internal sealed class PromisedFile(string name, long since, Guid asset, byte[] bytes)
    : Promise($"{name}, uploaded as {asset}", since, database => database.Holds(asset, bytes))
{
    public Guid Asset => asset;

    public byte[] Bytes => bytes;
}
