using System.Globalization;
using System.Text.RegularExpressions;

namespace Magpie.Tests.Platform.Durability;

/// <summary>A call begins, or ends, or both where nothing else happened in between.</summary>
/// <param name="Time">Microseconds since 1970.</param>
internal sealed record TraceEvent(SystemCall Call, bool Begins, bool Ends, long Time);

/// <summary>Reads what <c>strace -f -ttt</c> has written.</summary>
internal static partial class Trace
{
    private const string Unfinished = "<unfinished ...>";
    private const string Resumed = "resumed>";

    /// <summary>The calls that name something below a folder, in the order in which they came.</summary>
    public static List<TraceEvent> Read(IEnumerable<string> lines, string folder)
    {
        var written = string.Concat(System.Text.Encoding.UTF8.GetBytes(folder).Select(letter => $"\\x{letter:x2}"));
        var events = new List<TraceEvent>();
        var underWay = new Dictionary<string, (int Event, string Begun)>();
        foreach (var line in lines)
        {
            var match = Line().Match(line);
            var process = match.Groups[1].Value;
            var what = line.AsSpan(match.Length);
            var time = match.Success
                ? (long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) * 1_000_000)
                    + long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture)
                : throw new FormatException($"Not a line of strace: {line}");
            if (what.StartsWith("<... "))
            {
                if (underWay.Remove(process, out var before))
                {
                    var call = SystemCall.Parse(before.Begun, what[(what.IndexOf(Resumed) + Resumed.Length)..].ToString());
                    events[before.Event] = events[before.Event] with { Call = call };
                    events.Add(new(call, Begins: false, Ends: true, time));
                }
            }
            else if (
                (line.Contains(written, StringComparison.Ordinal) || line.Contains(folder, StringComparison.Ordinal))
                && char.IsAsciiLetter(what[0])
            )
            {
                var unfinished = what.EndsWith(Unfinished);
                var text = (unfinished ? what[..^Unfinished.Length] : what).ToString();
                if (unfinished)
                {
                    underWay[process] = (events.Count, text);
                }

                events.Add(new(SystemCall.Parse(text, unfinished ? null : ""), Begins: true, Ends: !unfinished, time));
            }
        }

        return events;
    }

    [GeneratedRegex(@"^(\d+) +(\d+)\.(\d{6}) ")]
    private static partial Regex Line();
}
