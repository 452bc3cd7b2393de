namespace Magpie.Platform.Media.Video.Coded;

/// <summary>Data whose form somebody has registered (ITU-T T.35), by country and maker.</summary>
internal static class RegisteredData
{
    private const int UnitedStates = 0xB5,
        China = 0x26;

    /// <summary>Captions (ATSC, DirecTV), HDR10+, Dolby Vision, film grain of AV1; HDR Vivid in China. Others may say anything.</summary>
    public static bool IsOfPicture(int country, int maker) =>
        (country, maker) is (UnitedStates, 0x0031 or 0x002F or 0x003C or 0x003B or 0x5890) or (China, 0x0004);
}
