using System.Text.Json;
using Magpie.Platform.Outbound;

namespace Magpie.Platform.Clouds;

/// <summary>Reads a provider's answer, up to a size that no genuine answer has.</summary>
internal static class CloudBody
{
    private const int Most = 8 << 20;

    /// <summary>Dropbox and OAuth use <c>snake_case</c>, Google Drive <c>camelCase</c>.</summary>
    public static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    /// <summary>Null: there is more of it than there should be.</summary>
    /// <exception cref="OutboundException">It came too slowly, or broke off.</exception>
    public static async Task<byte[]?> ReadAsync(OutboundAnswer answer, int most = Most)
    {
        using var all = new MemoryStream();
        var piece = new byte[32 << 10];
        while (await answer.ReadAsync(piece) is > 0 and var read)
        {
            if (all.Length + read > most)
            {
                return null;
            }

            all.Write(piece, 0, read);
        }

        return all.ToArray();
    }

    public static T? Parse<T>(ReadOnlySpan<byte> body, JsonSerializerOptions options)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
