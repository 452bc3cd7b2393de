using Magpie.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Inspection;

/// <summary>Every file of the free set, and of the large corpus where that lies beside the clone.</summary>
[Trait(MediaCorpus.Trait, MediaCorpus.Large)]
public sealed class CorpusInspectionTests
{
    // Broken in what only a decoder sees, yet odd enough to be sent to one before the upload is answered.
    private static readonly string[] OnlyDecodingCanTell =
    [
        "hostile/real/androidx_invalid-bitstream.webm",
        "hostile/real/ff_1180881.webm",
        "hostile/real/ff_InvalidLargeElementId.webm",
        "hostile/real/ff_track_id-0.mp4",
        "refuse_truncated.jpg",
    ];

    // More lies behind the picture that is shown: a second one, or nothing of sense.
    private static readonly string[] EndsBeforeItsEnd =
    [
        "images/jpeg_mpo_3ds.jpg",
        "images/gif_trailing_garbage.gif",
        "images/gif_rotating_squares.gif",
    ];

    [Fact]
    public async Task Every_good_file_is_sound_and_has_its_format_and_size()
    {
        foreach (var file in MediaCorpus.AllFiles.Where(file => file.Outcome == CorpusOutcome.Accept))
        {
            var (sniffed, verdict) = await InspectAsync(file);

            Assert.True(sniffed.Format == file.ExpectedFormat, $"{file}: {sniffed}");
            var sound = verdict as StructureVerdict.Sound;
            Assert.True(sound is not null, $"{file}: {verdict}");
            Assert.True(
                (sound.Width, sound.Height) == (file.Width, file.Height) || (sound.Height, sound.Width) == (file.Width, file.Height),
                $"{file}: {sound}, not {file.Width}x{file.Height} (either way round)"
            );
            Assert.True(
                sound.Frames is null || file.Frames is null || sound.Frames == file.Frames,
                $"{file}: {sound}, not {file.Frames} frames"
            );
        }
    }

    [Fact]
    public async Task Every_bad_file_is_refused_or_sent_to_a_decoder()
    {
        var unsure = new List<string>();
        foreach (var file in MediaCorpus.AllFiles.Where(file => file.Outcome == CorpusOutcome.Refuse))
        {
            var (_, verdict) = await InspectAsync(file);

            Assert.True(verdict is not StructureVerdict.Sound, $"{file}: {verdict}, though {file.Reason}");
            if (verdict is StructureVerdict.Unsure)
            {
                unsure.Add(file.Path);
            }
        }

        Assert.Equal(OnlyDecodingCanTell.Intersect(MediaCorpus.AllFiles.Select(file => file.Path)), unsure.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_that_may_be_taken_either_way_gets_some_answer_in_its_true_format()
    {
        foreach (var file in MediaCorpus.AllFiles.Where(file => file.Outcome == CorpusOutcome.Either))
        {
            var (sniffed, verdict) = await InspectAsync(file);

            Assert.NotNull(verdict);
            Assert.True(sniffed.Format is null || sniffed.Format == file.ExpectedFormat, $"{file}: {sniffed}");
        }
    }

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(0.95)]
    public async Task A_good_file_that_was_cut_is_refused_or_sent_to_a_decoder(double kept)
    {
        foreach (
            var file in MediaCorpus.AllFiles.Where(file => file.Outcome == CorpusOutcome.Accept && !EndsBeforeItsEnd.Contains(file.Path))
        )
        {
            var bytes = await File.ReadAllBytesAsync(file.FullPath, TestContext.Current.CancellationToken);
            var verdict = await Inspecting.VerdictAsync(file.ExpectedFormat!.Value, bytes[..(int)(bytes.Length * kept)]);

            Assert.True(verdict is not StructureVerdict.Sound, $"{file} cut to {kept}: {verdict}");
        }
    }

    private static async Task<(SniffResult Sniffed, StructureVerdict Verdict)> InspectAsync(CorpusFile file)
    {
        var ct = TestContext.Current.CancellationToken;
        var name = Path.GetFileName(file.Path);
        await using var stream = File.OpenRead(file.FullPath);
        var first = new byte[FormatSniffer.BytesNeeded];
        var count = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, ct);
        var sniffed = FormatSniffer.Sniff(first.AsSpan(0, count), name, isWholeFile: count == stream.Length);
        return sniffed is { Format: { } format }
            ? (sniffed, await StructureInspector.InspectAsync(stream, format, name, StructureLimits.Default, ct))
            : (sniffed, new StructureVerdict.Refused(sniffed.Violation!));
    }
}
