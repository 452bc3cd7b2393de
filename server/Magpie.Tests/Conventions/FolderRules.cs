namespace Magpie.Tests.Conventions;

/// <summary>Rules over who names whom in the compiled program. Each returns what breaks it, in words.</summary>
internal static class FolderRules
{
    /// <summary>At every level: of the folders in one folder none names another one that names it, however far around.</summary>
    public static IEnumerable<string> NoFoldersNameEachOtherInACircle(IReadOnlyList<TypeUse> uses) =>
        from level in Levels(uses)
        from circle in Circles(level)
        select $"{string.Join(" and ", circle.Folders)} name each other: "
            + $"{string.Join(", ", circle.Uses.Select(use => $"{use.From} → {use.To}").Take(10))}";

    private static IEnumerable<IReadOnlyList<(string From, string To, TypeUse Use)>> Levels(IReadOnlyList<TypeUse> uses)
    {
        var parents = uses.SelectMany(use => new[] { use.FromFolder, use.ToFolder })
            .Distinct()
            .SelectMany(folder => folder.Split('.').Select((_, depth) => string.Join('.', folder.Split('.').Take(depth))))
            .Distinct();
        foreach (var parent in parents.Order(StringComparer.Ordinal))
        {
            yield return
            [
                .. from use in uses
                let edge = (From: ChildOf(parent, use.FromFolder), To: ChildOf(parent, use.ToFolder), Use: use)
                where edge.From is not null && edge.To is not null && edge.From != edge.To
                select (edge.From!, edge.To!, edge.Use),
            ];
        }
    }

    private static string? ChildOf(string parent, string folder) =>
        parent.Length == 0 ? folder.Split('.')[0]
        : folder.StartsWith(parent + ".", StringComparison.Ordinal) ? parent + "." + folder[(parent.Length + 1)..].Split('.')[0]
        : null;

    private static IEnumerable<(IReadOnlyList<string> Folders, IReadOnlyList<TypeUse> Uses)> Circles(
        IReadOnlyList<(string From, string To, TypeUse Use)> edges
    )
    {
        var next = edges.ToLookup(edge => edge.From, edge => edge.To);
        var reach = edges.Select(edge => edge.From).Distinct().ToDictionary(folder => folder, folder => ReachedFrom(folder, next));
        var circular = reach.Keys.Where(folder => reach[folder].Contains(folder)).Order(StringComparer.Ordinal).ToList();
        while (circular.Count > 0)
        {
            var circle = circular
                .Where(other => other == circular[0] || (reach[circular[0]].Contains(other) && reach[other].Contains(circular[0])))
                .ToList();
            yield return (
                circle,
                [.. edges.Where(edge => circle.Contains(edge.From) && circle.Contains(edge.To)).Select(edge => edge.Use)]
            );
            circular = [.. circular.Except(circle)];
        }
    }

    private static HashSet<string> ReachedFrom(string folder, ILookup<string, string> next)
    {
        var seen = new HashSet<string>();
        var waiting = new Stack<string>(next[folder]);
        while (waiting.TryPop(out var reached))
        {
            if (seen.Add(reached))
            {
                foreach (var further in next[reached])
                {
                    waiting.Push(further);
                }
            }
        }

        return seen;
    }
}
