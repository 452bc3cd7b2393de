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
        await stream.WriteAsync(Frame(message, type), ct).ConfigureAwait(false);
        await stream.FlushAsync(ct).ConfigureAwait(false);
    }

    public static void Write<T>(Stream stream, T message, JsonTypeInfo<T> type)
    {
        stream.Write(Frame(message, type));
        stream.Flush();
    }

    /// <summary>Null at the end of the stream.</summary>
    public static async ValueTask<T?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken ct)
        where T : class
    {
        var head = new byte[4];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false) < head.Length)
        {
            return null;
        }

        var json = new byte[LengthIn(head)];
        await stream.ReadExactlyAsync(json, ct).ConfigureAwait(false);
        return JsonSerializer.Deserialize(json, type);
    }

    /// <summary>Null at the end of the stream.</summary>
    public static T? Read<T>(Stream stream, JsonTypeInfo<T> type)
        where T : class
    {
        var head = new byte[4];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var json = new byte[LengthIn(head)];
        stream.ReadExactly(json);
        return JsonSerializer.Deserialize(json, type);
    }

    private static byte[] Frame<T>(T message, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type);
        var frame = new byte[json.Length + 4];
        BinaryPrimitives.WriteInt32LittleEndian(frame, json.Length);
        json.CopyTo(frame, 4);
        return frame;
    }

    private static int LengthIn(byte[] head) =>
        BinaryPrimitives.ReadInt32LittleEndian(head) is > 0 and <= LongestMessage and var length
            ? length
            : throw new InvalidDataException("A message of no possible length");
}

[JsonSerializable(typeof(PictureRequest))]
[JsonSerializable(typeof(PictureAnswer))]
internal sealed partial class PictureMessages : JsonSerializerContext;
