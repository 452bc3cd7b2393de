using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Magpie.MediaWorker.Protocol;

/// <summary>A message on the pipe between server and worker: its length in four bytes, little endian, then JSON.</summary>
internal static class PictureFrames
{
    /// <summary>A worker that was taken over must not make the server allocate what it likes.</summary>
    public const int LongestMessage = 1 << 20;

    public static async ValueTask WriteAsync<T>(Stream stream, T message, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var frame = new byte[json.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, 4);
        await stream.WriteAsync(frame, ct).ConfigureAwait(false);
        await stream.FlushAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Null at the end of the stream.</summary>
    public static async ValueTask<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken ct) where T : class
    {
        var head = new byte[4];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is <= 0 or > LongestMessage)
        {
            throw new InvalidDataException($"A message of {length} bytes");
        }

        var json = new byte[length];
        await stream.ReadExactlyAsync(json, ct).ConfigureAwait(false);
        return JsonSerializer.Deserialize(json, type);
    }
}

[JsonSerializable(typeof(PictureRequest))]
[JsonSerializable(typeof(PictureAnswer))]
internal sealed partial class PictureMessages : JsonSerializerContext;
