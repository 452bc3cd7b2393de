using System.Net;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>Speaks tus 1.0.0 header by header, so that a test can also say the wrong thing.</summary>
public sealed class TusClient(HttpClient http)
{
    /// <summary>The answer of the request that ended it: creation when that was refused, else the last PATCH.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(byte[] bytes, string name, int? partBytes = null, string? group = null)
    {
        var created = await CreateAsync(bytes.Length, name, group);
        if (created.StatusCode is not HttpStatusCode.Created)
        {
            return created;
        }

        var upload = created.Headers.Location!.ToString();
        for (var offset = 0; ; offset += partBytes ?? bytes.Length)
        {
            var end = Math.Min(bytes.Length, offset + (partBytes ?? bytes.Length));
            var answer = await PatchAsync(upload, offset, bytes[offset..end]);
            if (answer.StatusCode is not HttpStatusCode.NoContent || end == bytes.Length)
            {
                return answer;
            }
        }
    }

    public Task<HttpResponseMessage> CreateAsync(
        long length,
        string name,
        string? group = null,
        params (string Name, string Value)[] headers
    ) =>
        SendAsync(
            HttpMethod.Post,
            "/api/uploads",
            null,
            [("Upload-Length", $"{length}"), ("Upload-Metadata", Metadata(name, group)), .. headers]
        );

    public Task<HttpResponseMessage> PatchAsync(string upload, long offset, byte[] bytes, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Patch, upload, new ByteArrayContent(bytes), [("Upload-Offset", $"{offset}"), .. headers]);

    public Task<HttpResponseMessage> HeadAsync(string upload) => SendAsync(HttpMethod.Head, upload, null);

    public Task<HttpResponseMessage> TerminateAsync(string upload) => SendAsync(HttpMethod.Delete, upload, null);

    public static string Metadata(string name, string? group = null) =>
        $"filename {Base64(name)}{(group is null ? "" : $",group {Base64(group)}")}";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        HttpContent? content,
        params (string Name, string Value)[] headers
    ) => SendAsync(method, address, content, CancellationToken.None, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        HttpContent? content,
        CancellationToken ct,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (content is not null)
        {
            content.Headers.ContentType = new("application/offset+octet-stream");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (!request.Headers.Contains("Tus-Resumable"))
        {
            request.Headers.Add("Tus-Resumable", "1.0.0");
        }

        return await http.SendAsync(request, ct);
    }
}
