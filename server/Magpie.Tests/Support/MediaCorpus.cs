using System.Globalization;
using System.Text;
using Magpie.Model.Media;

namespace Magpie.Tests.Support;

public enum CorpusOutcome { Accept, Refuse, Either }

/// <summary>
/// One row of the corpus's manifest; what its cell leaves open ("-") is null. <c>Path</c> is unescaped and relative to
/// <see cref="MediaCorpus.Root"/>. <c>FormatName</c> is the manifest's word, <c>ExpectedFormat</c> is null where that is
/// none of ours. <c>Animated</c> is null also where both answers are right. <c>Reason</c> says why it must be refused,
/// or what must hold where both answers are right.
/// </summary>
public sealed record CorpusFile(
    string Path,
    string Source,
    string Kind,
    string? FormatName,
    MediaFormat? ExpectedFormat,
    int? Width,
    int? Height,
    double? DurationSeconds,
    string? VideoCodec,
    string? AudioCodec,
    bool? Animated,
    CorpusOutcome Outcome,
    string? Reason,
    double? FrameRate,
    string? Rotation,
    long? Frames,
    double? AnimationSeconds,
    string? DisplaySize,
    string? Layout,
    string? Traits,
    long Bytes,
    string? Sha256,
    string? CheckedBy,
    string? Note)
{
    public string FullPath => System.IO.Path.Combine(MediaCorpus.Root!, Path);

    public override string ToString() => Path;
}

/// <summary>The large media corpus: beside the repository, or where MAGPIE_TEST_MEDIA says. A clone alone has none.</summary>
public static class MediaCorpus
{
    /// <summary>Its folder; null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Every row of its manifest, in order; empty where there is no corpus.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = Root is null ? [] : Read(Path.Combine(Root, "manifest.tsv"));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MAGPIE_TEST_MEDIA") is { Length: > 0 } named)
        {
            return IsCorpus(named) ? named : throw new InvalidOperationException($"MAGPIE_TEST_MEDIA={named} holds no manifest.tsv.");
        }

        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Magpie.slnx")))
        {
            repository = repository.Parent;
        }

        var beside = repository?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "media") : null;
        return beside is not null && IsCorpus(beside) ? beside : null;
    }

    private static bool IsCorpus(string folder) => File.Exists(Path.Combine(folder, "manifest.tsv"));

    private static List<CorpusFile> Read(string manifest)
    {
        var lines = File.ReadLines(manifest, Encoding.UTF8).ToList();
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => Parse(columns, line))];
    }

    private static CorpusFile Parse(string[] columns, string line)
    {
        var values = line.Split('\t');
        string? Cell(string column) => values[Array.IndexOf(columns, column)] is var cell && cell != "-" ? Unescape(cell) : null;
        double? Number(string column) => Cell(column) is { } cell ? double.Parse(cell, CultureInfo.InvariantCulture) : null;
        long? Whole(string column) => Cell(column) is { } cell ? long.Parse(cell, CultureInfo.InvariantCulture) : null;

        var size = Cell("width_height")?.Split('x');
        var outcome = Cell("outcome")!.Split(": ", 2);
        return new CorpusFile(
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
            Cell("animated") switch { "yes" => true, "no" => false, _ => null },
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
            Cell("note"));
    }

    private static MediaFormat? Format(string? name) => name switch
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
                case 't': text.Append('\t'); break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 'u': text.Append((char)ushort.Parse(cell.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)); i += 4; break;
                default: text.Append(cell[i]); break;
            }
        }

        return text.ToString();
    }
}
