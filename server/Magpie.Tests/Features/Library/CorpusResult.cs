using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Magpie.Model.Uploads;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What became of one row of the manifest: uploaded, waited for, looked at, and deleted again.</summary>
internal sealed class CorpusResult(CorpusFile file)
{
    public CorpusFile File => file;

    /// <summary>As it is shown, and as a refusal must name it.</summary>
    public string Name { get; } = FileNames.Clean(Path.GetFileName(file.Path));

    /// <summary>Null where even the announcement was refused.</summary>
    public Guid? UploadId { get; private set; }

    public JsonElement? Asset { get; private set; }

    public HttpStatusCode RefusalStatus { get; private set; }

    public JsonElement? Refusal { get; private set; }

    public IReadOnlyList<SeenRendition> Renditions { get; private set; } = [];

    /// <summary>Of the original as it comes out again, and how it is served.</summary>
    public string? Sha256 { get; private set; }

    public string? ServedAs { get; private set; }

    public string? Sniffing { get; private set; }

    /// <summary>What is still there after a refusal, or after the asset was deleted.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public async Task MakeAsync(CorpusApp app, string folder)
    {
        var tus = new TusClient(app.Owner.Http);
        var bytes = await System.IO.File.ReadAllBytesAsync(file.FullPath);
        using var created = await tus.CreateAsync(bytes.Length, Path.GetFileName(file.Path));
        if (created.StatusCode is not HttpStatusCode.Created)
        {
            await TakeRefusalAsync(created);
            return;
        }

        var upload = created.Headers.Location!.ToString();
        UploadId = Guid.Parse(upload[(upload.LastIndexOf('/') + 1)..]);
        using var sent = await tus.PatchAsync(upload, 0, bytes);
        if (sent.StatusCode is not HttpStatusCode.NoContent)
        {
            await TakeRefusalAsync(sent);
        }
        else
        {
            await LookAsync(app, sent.Headers.GetValues("Magpie-Asset").Single(), folder);
        }

        Left = await new Leftovers(app).OfAsync(UploadId.Value);
    }

    private async Task LookAsync(CorpusApp app, string address, string folder)
    {
        var http = app.Owner.Http;
        using var found = await ApiUser.WaitForAsync(() => http.GetAsync(address), answer => !IsProcessing(answer), _ => app.Progress);
        if (found.StatusCode is not HttpStatusCode.OK)
        {
            await TakeRefusalAsync(found);
            return;
        }

        Asset = await found.Content.ReadFromJsonAsync<JsonElement>();
        using var original = await http.GetAsync(Asset.Value.GetProperty("original").GetProperty("url").GetString());
        ServedAs = original.Content.Headers.ContentType?.ToString();
        Sniffing = original.Headers.GetValues("X-Content-Type-Options").Single();
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(await original.Content.ReadAsByteArrayAsync()));
        var seen = new List<SeenRendition>();
        foreach (var rendition in Asset.Value.GetProperty("renditions").EnumerateArray())
        {
            seen.Add(await SeenRendition.LookAsync(http, rendition, Path.Combine(folder, UploadId!.Value.ToString("n"))));
        }

        Renditions = seen;
        foreach (var delete in new[] { address, $"{address}?forever=true" })
        {
            using var deleted = await http.DeleteAsync(delete);
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }
    }

    private static bool IsProcessing(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode
        && JsonDocument.Parse(answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()).RootElement.GetProperty("status").GetString()
            == "processing";

    private async Task TakeRefusalAsync(HttpResponseMessage answer)
    {
        (RefusalStatus, Refusal) = (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
