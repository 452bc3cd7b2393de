using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Tests.Platform.Media.Inspection;

/// <summary>What the tests of every format say: this file is sound, odd, or refused for that rule.</summary>
internal static class Inspecting
{
    public const string Name = "clip.bin";

    public static Task<StructureVerdict> VerdictAsync(MediaFormat format, byte[] file, StructureLimits? limits = null) =>
        StructureInspector.InspectAsync(
            new MemoryStream(file),
            format,
            Name,
            limits ?? StructureLimits.Default,
            TestContext.Current.CancellationToken
        );

    public static async Task IsSoundAsync(MediaFormat format, byte[] file, int? frames = null, int width = 16, int height = 8) =>
        Assert.Equal(new StructureVerdict.Sound(width, height, frames), await VerdictAsync(format, file));

    public static async Task IsOddAsync(MediaFormat format, byte[] file) =>
        Assert.IsType<StructureVerdict.Unsure>(await VerdictAsync(format, file));

    public static async Task IsRefusedAsync(
        MediaFormat format,
        string code,
        byte[] file,
        StructureLimits? limits = null,
        bool theSoundOf = false
    )
    {
        var refused = Assert.IsType<StructureVerdict.Refused>(await VerdictAsync(format, file, limits));
        Assert.Equal(code, refused.Violation.Code);
        Assert.StartsWith($"{(theSoundOf ? "The sound of " : "")}*{Name}* ", refused.Violation.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Violation.Message, StringComparison.Ordinal);
    }

    /// <summary>Cut anywhere before <paramref name="harmless"/> bytes from its end, a file is never called sound.</summary>
    public static async Task IsNeverSoundWhenCutAsync(MediaFormat format, byte[] file, int harmless = 1)
    {
        for (var length = 0; length <= file.Length - harmless; length++)
        {
            Assert.IsNotType<StructureVerdict.Sound>(await VerdictAsync(format, file[..length]));
        }
    }
}
