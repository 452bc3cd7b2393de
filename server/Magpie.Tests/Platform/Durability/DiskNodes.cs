namespace Magpie.Tests.Platform.Durability;

/// <summary>What a call did to a file or a folder.</summary>
internal abstract class Change
{
    /// <summary>The call has ended: a flush that begins now takes it along.</summary>
    public bool IsDone { get; set; }

    /// <summary>A flush has taken it along.</summary>
    public bool IsFlushed { get; set; }
}

/// <summary>Something with a place of its own on the disk, whatever its names are.</summary>
internal abstract class DiskNode(int number)
{
    /// <summary>Decides for a node alone what of it reached the disk without a flush; the same seed always decides the same.</summary>
    protected Random ChanceOf(int seed) => new((seed * 1_000_003) + number);

    /// <summary>What a flush that begins now will have brought to the disk when it ends.</summary>
    public abstract IReadOnlyList<Change> Done { get; }

    public void Flushed(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            change.IsFlushed = true;
        }

        Settle();
    }

    /// <summary>Forgets how what is flushed came about.</summary>
    protected abstract void Settle();
}

/// <summary>One name, or two that change together: a rename within a folder.</summary>
internal sealed class Naming(params (string Name, DiskNode? Node)[] names) : Change
{
    public void ApplyTo(Dictionary<string, DiskNode> folder)
    {
        foreach (var (name, node) in names)
        {
            if (node is null)
            {
                folder.Remove(name);
            }
            else
            {
                folder[name] = node;
            }
        }
    }
}

internal sealed class DiskFolder(int number) : DiskNode(number)
{
    private readonly Dictionary<string, DiskNode> flushed = [];
    private readonly List<Naming> changes = [];

    /// <summary>As programs see it.</summary>
    public Dictionary<string, DiskNode> Now { get; } = [];

    public override IReadOnlyList<Change> Done => [.. changes.Where(change => change.IsDone)];

    public Change Name(params (string Name, DiskNode? Node)[] names)
    {
        var naming = new Naming(names);
        naming.ApplyTo(Now);
        changes.Add(naming);
        return naming;
    }

    /// <param name="seed">Of what reached the disk without a flush; null: nothing did.</param>
    public IReadOnlyDictionary<string, DiskNode> AfterPowerCut(int? seed)
    {
        if (changes.Count == 0)
        {
            return flushed;
        }

        var chance = seed is { } some ? ChanceOf(some) : null;
        var left = new Dictionary<string, DiskNode>(flushed);
        foreach (var change in changes)
        {
            if (change.IsFlushed || chance?.Next(2) == 0)
            {
                change.ApplyTo(left);
            }
        }

        return left;
    }

    protected override void Settle()
    {
        var settled = changes.TakeWhile(change => change.IsFlushed).ToList();
        settled.ForEach(change => change.ApplyTo(flushed));
        changes.RemoveRange(0, settled.Count);
    }
}
