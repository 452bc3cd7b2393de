using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Clouds;

/// <summary>
/// As https://developers.google.com/drive/api/reference/rest/v3 says; of the language of queries it knows what is asked here.
/// </summary>
public sealed partial class DriveStandIn : CloudStandIn
{
    private const string FolderType = "application/vnd.google-apps.folder";

    public DriveStandIn(SourceServer source)
        : base(source, "google")
    {
        Grants.Scope = "https://www.googleapis.com/auth/drive.readonly";
        Api("about", http => http.Response.WriteAsJsonAsync(new { user = new { emailAddress = $"{Account}@google.example" } }));
        Api("files", ListAsync);
        Source.Page(
            "google/revoke",
            async http =>
            {
                var form = await http.Request.ReadFormAsync();
                http.Response.StatusCode =
                    CannotRevoke ? 503
                    : Grants.Revoke(form["token"].ToString()) ? 200
                    : 400;
            }
        );
    }

    /// <summary>Where its thumbnails lie, instead of on Google's own host.</summary>
    public string? ForeignThumbnail { get; set; }

    public override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Magpie:Imports:GoogleDrive:ClientId", GrantStandIn.ClientId),
            new("Magpie:Imports:GoogleDrive:ClientSecret", GrantStandIn.ClientSecret),
            new("Magpie:Imports:GoogleDrive:AuthorizeAddress", Grants.AuthorizeAddress),
            new("Magpie:Imports:GoogleDrive:TokenAddress", Grants.TokenAddress),
            new("Magpie:Imports:GoogleDrive:RevokeAddress", $"https://127.0.0.1:{Source.Port}/google/revoke"),
            new("Magpie:Imports:GoogleDrive:ApiAddress", $"https://127.0.0.1:{Source.Port}/google/drive/v3/"),
            new("Magpie:Imports:GoogleDrive:ThumbnailHost", "127.0.0.1"),
        ];

    protected override string IdOf(int number) => $"1xT_drive-{number:d3}";

    protected override void Offer(StandInFile file)
    {
        Api(
            $"files/{file.Id}",
            async http =>
            {
                if (http.Request.Query["supportsAllDrives"] != "true" || file.Bytes is null)
                {
                    await FailAsync(http, 404, "notFound");
                }
                else if (http.Request.Query["alt"] == "media")
                {
                    http.Response.ContentType = file.MediaType;
                    http.Response.ContentLength = file.Bytes.Length;
                    await http.Response.Body.WriteAsync(file.Bytes);
                }
                else
                {
                    await http.Response.WriteAsJsonAsync(
                        new { thumbnailLink = ForeignThumbnail ?? $"https://127.0.0.1:{Source.Port}/google/thumbnails/{file.Id}" }
                    );
                }
            }
        );
        Source.Page(
            $"google/thumbnails/{file.Id}",
            async http =>
            {
                http.Response.StatusCode = Grants.Knows(http) ? 200 : 403;
                await http.Response.Body.WriteAsync(FreeMedia.BytesOf("coast.jpg"));
            }
        );
    }

    [GeneratedRegex(
        @"^(?:name contains '(?<search>(?:[^'\\]|\\.)*)'|'(?<folder>(?:[^'\\]|\\.)*)' in parents|(?<shared>sharedWithMe = true)) and trashed = false and \((?<kinds>.*)\)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Query();

    [GeneratedRegex(@"mimeType (?<how>=|contains) '(?<what>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();

    private static string Plain(string quoted) =>
        quoted.Replace(@"\'", "'", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

    private static Task FailAsync(HttpContext http, int status, string reason)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new
            {
                error = new
                {
                    code = status,
                    message = "As the test wants it.",
                    errors = new[] { new { domain = "global", reason } },
                },
            }
        );
    }

    private async Task ListAsync(HttpContext http)
    {
        var asked = http.Request.Query;
        var query = Query().Match(asked["q"].ToString());
        if (!query.Success || asked["includeItemsFromAllDrives"] != "true" || asked["supportsAllDrives"] != "true")
        {
            await FailAsync(http, 400, "invalid");
            return;
        }

        var kinds = Kind().Matches(query.Groups["kinds"].Value);
        var found = Files.Values.Where(file => kinds.Any(kind => Fits(file.Bytes is null ? FolderType : file.MediaType!, kind)));
        found =
            query.Groups["search"].Success
                ? found.Where(file => file.Name.Contains(Plain(query.Groups["search"].Value), StringComparison.OrdinalIgnoreCase))
            : query.Groups["shared"].Success ? []
            : found.Where(file => (file.Parent ?? "root") == Plain(query.Groups["folder"].Value));
        var (page, next) = PageOf(
            found,
            asked["pageToken"].ToString() is { Length: > 0 } token ? int.Parse(token[1..], CultureInfo.InvariantCulture) : 0
        );
        var list = new JsonObject { ["files"] = new JsonArray([.. page.Select(Entry)]) };
        if (next is not null)
        {
            list["nextPageToken"] = $"~{next}";
        }

        await http.Response.WriteAsJsonAsync(list);
    }

    private static bool Fits(string type, Match kind) =>
        kind.Groups["how"].Value is "="
            ? type == kind.Groups["what"].Value
            : type.StartsWith(kind.Groups["what"].Value, StringComparison.Ordinal);

    private static JsonNode Entry(StandInFile file)
    {
        var entry = new JsonObject
        {
            ["id"] = file.Id,
            ["name"] = file.Name,
            ["mimeType"] = file.Bytes is null ? FolderType : file.MediaType,
            ["capabilities"] = new JsonObject { ["canDownload"] = true },
        };
        if (file.Bytes is not null)
        {
            entry["size"] = $"{file.Length ?? file.Bytes.Length}";
            entry["hasThumbnail"] = true;
        }

        return entry;
    }

    private void Api(string route, RequestDelegate answer) =>
        Source.Page(
            $"google/drive/v3/{route}",
            async http =>
            {
                if (IsBusy)
                {
                    await FailAsync(http, 403, "userRateLimitExceeded");
                }
                else if (!Grants.Knows(http))
                {
                    await FailAsync(http, 401, "authError");
                }
                else
                {
                    await answer(http);
                }
            }
        );
}
