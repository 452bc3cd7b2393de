using System.Globalization;

namespace Magpie.Tests.Support;

/// <summary>Who started whom, as <c>/proc</c> tells it.</summary>
internal static class ProcessTree
{
    /// <summary>The processes right below another one, each with its process group.</summary>
    public static IEnumerable<(int Id, int Group, string Command)> ChildrenOf(int process)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            if (StatOf(folder) is [var id, var command, _, var parent, var group, ..] && parent == $"{process}")
            {
                yield return (Number(id), Number(group), command);
            }
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The fields of <c>/proc/[pid]/stat</c>; none of a process that has ended.</summary>
    private static string[] StatOf(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
            return [stat[..(open - 1)], stat[(open + 1)..close], .. stat[(close + 2)..].Split(' ')];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
