using FsCheck;
using FsCheck.Fluent;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Inspection;

/// <summary>Whatever bytes come: an answer, no exception, and never more read than the file is worth.</summary>
[Trait(MediaCorpus.Trait, MediaCorpus.Large)]
[RunsOnce]
public sealed class HostileBytesTests
{
    private const int Seed = 20_260_401;

    public static TheoryData<MediaFormat> Formats => [.. Enum.GetValues<MediaFormat>()];

    [Theory(Timeout = 120_000), MemberData(nameof(Formats))]
    public Task Noise_behind_a_good_beginning_gets_an_answer(MediaFormat format)
    {
        var good = TinyMedia.Of(format);
        var noise = ArbMap.Default.ArbFor<byte[]>();
        var property = Prop.ForAll(
            noise,
            ArbMap.Default.ArbFor<PositiveInt>(),
            (bytes, kept) => GetsAnAnswer(format, [.. good[..(kept.Get % good.Length)], .. bytes])
        );

        return Task.Run(
            () => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(Seed, 1), property),
            TestContext.Current.CancellationToken
        );
    }

    [Theory(Timeout = 120_000), MemberData(nameof(Formats))]
    public Task A_good_file_with_bytes_changed_gets_an_answer(MediaFormat format) =>
        Task.Run(
            () =>
            {
                foreach (var good in GoodFiles(format))
                {
                    var random = new Random(Seed);
                    for (var i = 0; i < 400; i++)
                    {
                        var hostile = Mutation.Of(good, random);
                        Assert.True(GetsAnAnswer(format, hostile), $"{good.Length} bytes, mutation {i}");
                    }
                }
            },
            TestContext.Current.CancellationToken
        );

    [Theory(Timeout = 120_000), MemberData(nameof(Formats))]
    public Task A_file_of_nothing_but_headers_ends(MediaFormat format)
    {
        var part = format switch
        {
            MediaFormat.Jpeg => [0xFF, 0xFE, 0, 2],
            MediaFormat.Png => TinyMedia.PngChunk("tEXt"),
            MediaFormat.Gif => [0x21, 0xFE, 0],
            MediaFormat.Webp => TinyMedia.RiffChunk("JUNK"),
            MediaFormat.Webm => [0xEC, 0x80],
            _ => TinyMedia.Box("free"),
        };
        var good = TinyMedia.Of(format);
        var start = format switch
        {
            MediaFormat.Jpeg => 2,
            MediaFormat.Png => 33,
            MediaFormat.Gif => 19,
            MediaFormat.Webp => 12,
            MediaFormat.Webm => 32,
            _ => 20,
        };
        byte[] flood = [.. good[..start], .. Enumerable.Repeat(part, 4_000_000 / part.Length).SelectMany(bytes => bytes)];

        return Task.Run(() => Assert.True(GetsAnAnswer(format, flood)), TestContext.Current.CancellationToken);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_stream_that_gives_a_few_bytes_at_a_time_changes_nothing(MediaFormat format)
    {
        foreach (var good in GoodFiles(format))
        {
            await using var dribbling = new DribblingStream(good);
            var slow = await StructureInspector.InspectAsync(
                dribbling,
                format,
                Inspecting.Name,
                StructureLimits.Default,
                TestContext.Current.CancellationToken
            );

            Assert.Equivalent(await Inspecting.VerdictAsync(format, good), slow, strict: true);
        }
    }

    private static IEnumerable<byte[]> GoodFiles(MediaFormat format) =>
        [
            TinyMedia.Of(format),
            .. format switch
            {
                MediaFormat.Gif => [TinyMedia.Gif(frames: 3)],
                MediaFormat.Webp => [TinyMedia.Webp(TinyMedia.WebpCanvas(), TinyMedia.WebpFrame(), TinyMedia.WebpFrame())],
                MediaFormat.Mp4 =>
                [
                    [.. TinyMedia.Mp4(track: TinyMedia.Mp4Track(samples: 0)), .. TinyMedia.Moof(), .. TinyMedia.Box("mdat", new byte[20])],
                ],
                MediaFormat.Webm => [TinyMedia.Webm(sizesKnown: false)],
                _ => Array.Empty<byte[]>(),
            },
            .. MediaCorpus
                .Files.Where(file => file.ExpectedFormat == format && file.Bytes is > 0 and < 20_000)
                .Select(file => File.ReadAllBytes(file.FullPath)),
        ];

    private static bool GetsAnAnswer(MediaFormat format, byte[] file)
    {
        _ = FormatSniffer.Sniff(file.AsSpan(0, Math.Min(file.Length, FormatSniffer.BytesNeeded)), "x", isWholeFile: true);
        using var stream = new CountingStream(file);
        var verdict = StructureInspector
            .InspectAsync(stream, format, "x", StructureLimits.Default, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return verdict is not null && stream.BytesRead <= (2L * file.Length) + (64 * 1024);
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public long BytesRead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            BytesRead += read;
            return read;
        }
    }

    private sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(7, buffer.Length)], cancellationToken);
    }
}
