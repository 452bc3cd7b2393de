namespace Magpie.Platform.Media.Codecs;

/// <summary>The numbers that WAV gives codecs of sound.</summary>
internal static class WaveFormats
{
    public static string? Of(int number) =>
        number switch
        {
            0x01 => "pcm_s16le",
            0x02 => "adpcm_ms",
            0x03 => "pcm_f32le",
            0x06 => "pcm_alaw",
            0x07 => "pcm_mulaw",
            0x11 => "adpcm_ima_wav",
            0x31 or 0x32 => "gsm_ms",
            0x50 => "mp2",
            0x55 => "mp3",
            0xFF => "aac",
            0x160 => "wmav1",
            0x161 => "wmav2",
            0x162 => "wmapro",
            0x2000 => "ac3",
            0x2001 => "dca",
            _ => null,
        };
}
