using System.Globalization;
using System.Text;
using Magpie.Model.Media;

namespace Magpie.Tests.Support;

/// <summary>The table that says of each file of a set what it is and what must become of it.</summary>
internal static class CorpusManifest
{
    public const string FileName = "manifest.tsv";

    public static IReadOnlyList<CorpusFile> Read(string folder)
    {
        var lines = File.ReadLines(Path.Combine(folder, FileName), Encoding.UTF8).ToList();
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Parse(folder, columns, line))];
    }

    private static CorpusFile Parse(string folder, string[] columns, string line)
    {
        var values = line.Split('\t');
        string? Cell(string column) => values[Array.IndexOf(columns, column)] is var cell && cell != "-" ? Unescape(cell) : null;
        double? Number(string column) => Cell(column) is { } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
        long? Whole(string column) => Cell(column) is { } cell ? long.Parse(cell, CultureInfo.InvariantCulture) : null;

        var size = Cell("width_height")?.Split('x');
        var outcome = Cell("outcome")!.Split(": ", 2);
        return new CorpusFile(
            folder,
            Cell("path")!,
            Cell("source") ?? "",
            Cell("kind") ?? "",
            Cell("expected_format"),
            Format(Cell("expected_format")),
            size is null ? null : int.Parse(size[0], CultureInfo.InvariantCulture),
            size is null ? null : int.Parse(size[1], CultureInfo.InvariantCulture),
            Number("duration_s"),
            Cell("video_codec"),
            Cell("audio_codec"),
            Cell("animated") switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            Enum.Parse<CorpusOutcome>(outcome[0], ignoreCase: true),
            outcome.Length > 1 ? outcome[1] : null,
            Number("fps"),
            Cell("rotation_or_orientation"),
            Whole("frames"),
            Number("anim_duration_s"),
            Cell("display_size"),
            Cell("layout"),
            Cell("traits"),
            Whole("bytes") ?? 0,
            Cell("sha256"),
            Cell("checked_by"),
            Cell("note")
        );
    }

    private static MediaFormat? Format(string? name) =>
        name switch
        {
            "jpg" => MediaFormat.Jpeg,
            not null when Enum.TryParse<MediaFormat>(name, ignoreCase: true, out var format) => format,
            _ => null,
        };

    // \\ \t \n \r \uXXXX stand for backslash, tab, newlines and control characters.
    private static string Unescape(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
        {
            return cell;
        }

        var text = new StringBuilder(cell.Length);
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] != '\\')
            {
                text.Append(cell[i]);
                continue;
            }

            switch (cell[++i])
            {
                case 't':
                    text.Append('\t');
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 'u':
                    text.Append((char)ushort.Parse(cell.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                default:
                    text.Append(cell[i]);
                    break;
            }
        }

        return text.ToString();
    }
}
