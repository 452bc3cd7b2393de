using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

internal static class CompressedAnswers
{
    /// <summary>
    /// Compresses the route's response, for clients that accept it. Only for responses without secrets: somebody who can influence a
    /// compressed response can guess its other content from the size. See docs/decisions/0011.
    /// </summary>
    public static RouteHandlerBuilder Compressed(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            async (context, next) =>
            {
                var result = await next(context);
                return
                    Codings.WantedBy(context.HttpContext.Request) is { } coding
                    && Innermost(result) is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: 200 }
                    ? new CompressedJson(value, coding)
                    : result;
            }
        );

    private static object? Innermost(object? result)
    {
        while (result is INestedHttpResult nested)
        {
            result = nested.Result;
        }

        return result;
    }
}

/// <summary>A value as JSON, compressed if that makes a difference.</summary>
internal sealed class CompressedJson(object value, string coding) : IResult
{
    /// <summary>Whatever fits into one packet gets no faster.</summary>
    private const int WorthIt = 1_400;

    /// <summary>Brotli's fastest level does not look back at the previous piece.</summary>
    private const int Piece = 64 * 1024;

    public async Task ExecuteAsync(HttpContext context)
    {
        var (response, ct) = (context.Response, context.RequestAborted);
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        // Uses pooled pieces, because an array would be a new large object each time.
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0, minimumSegmentSize: Piece));
        await JsonSerializer.SerializeAsync(pipe.Writer, value, value.GetType(), options, ct);
        await pipe.Writer.CompleteAsync();
        var json = (await pipe.Reader.ReadAsync(ct)).Buffer;

        response.ContentType = "application/json; charset=utf-8";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (json.Length < WorthIt)
        {
            response.ContentLength = json.Length;
            await WriteAsync(json, response.Body, ct);
        }
        else
        {
            response.Headers.ContentEncoding = coding;
            await using Stream packed = coding is "br"
                ? new BrotliStream(response.Body, CompressionLevel.Fastest, leaveOpen: true)
                : new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
            await WriteAsync(json, packed, ct);
        }

        await pipe.Reader.CompleteAsync();
    }

    private static async Task WriteAsync(ReadOnlySequence<byte> json, Stream to, CancellationToken ct)
    {
        foreach (var piece in json)
        {
            await to.WriteAsync(piece, ct);
        }
    }
}
