using System.Globalization;
using System.Text.RegularExpressions;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Platform.Outbound;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Clouds.GoogleDrive;

internal sealed partial class DriveStore(IOptions<GoogleDriveOptions> options) : ICloudStore
{
    private const string Scope = "https://www.googleapis.com/auth/drive.readonly";
    private const string PageSize = "200";
    private const string Fields = "nextPageToken,files(id,name,mimeType,size,hasThumbnail,capabilities(canDownload))";

    public CloudProvider Provider => CloudProvider.GoogleDrive;

    public CloudOptions Options => options.Value;

    public IEnumerable<KeyValuePair<string, string>> SignInParameters =>
        [new("access_type", "offline"), new("prompt", "consent"), new("scope", Scope)];

    public bool IsEnough(string? scope) => scope is null || scope.Split(' ').Contains(Scope);

    public OutboundRequest Revoke(CloudTokens tokens) =>
        new(Options.RevokeAddress)
        {
            Method = HttpMethod.Post,
            Body = OAuthClient.Form([new("token", tokens.Refresh ?? tokens.Access)]),
            BodyType = "application/x-www-form-urlencoded",
            Timeout = default,
        };

    public bool IsId(string text) => Id().IsMatch(text);

    public async Task<(string? Account, RuleViolation? Refusal)> NameAccountAsync(CloudApiClient client, CancellationToken ct)
    {
        var (about, refusal) = await client.AskAsync<DriveAbout>(
            client.Get(Address("about", ("fields", "user(emailAddress)"))),
            CloudBody.Camel,
            ct
        );
        return (about?.User?.EmailAddress ?? "", refusal);
    }

    public async Task<(CloudPage? Page, RuleViolation? Refusal)> AskAsync(
        CloudApiClient client,
        CloudQuestion question,
        CancellationToken ct
    )
    {
        var inFolder = question is { Search: null, Folder: not (null or DriveQuery.SharedWithMe) };
        var address = Address(
            "files",
            ("q", DriveQuery.Of(question)),
            ("fields", Fields),
            ("pageSize", PageSize),
            ("orderBy", "folder,name_natural"),
            ("spaces", "drive"),
            // In a shared drive's folder, "user" only finds files that the member has opened before.
            ("corpora", inFolder ? "allDrives" : "user"),
            ("includeItemsFromAllDrives", "true"),
            ("supportsAllDrives", "true"),
            ("pageToken", question.Cursor)
        );
        var (list, refusal) = await client.AskAsync<DriveFileList>(client.Get(address), CloudBody.Camel, ct);
        if (list is null)
        {
            return (null, refusal);
        }

        var isTop = question is { Search: null, Folder: null, Cursor: null };
        IEnumerable<CloudEntry> shared = isTop ? [CloudEntry.Folder(DriveQuery.SharedWithMe, "Shared with me")] : [];
        return (
            new(
                [.. shared, .. (list.Files ?? []).Select(Read).OfType<CloudEntry>()],
                list.NextPageToken,
                (list.Files ?? []).Count(IsSideFile)
            ),
            null
        );
    }

    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenThumbnailAsync(
        CloudApiClient client,
        string fileId,
        CancellationToken ct
    )
    {
        var (file, refusal) = await client.AskAsync<DriveFile>(
            client.Get(Address($"files/{fileId}", ("fields", "thumbnailLink"), ("supportsAllDrives", "true"))),
            CloudBody.Camel,
            ct
        );
        if (refusal is not null)
        {
            return (null, refusal);
        }

        return !OutboundAddress.TryRead(file!.ThumbnailLink ?? "", out var link) ? (null, CloudRefusals.NotThere(Provider))
            : IsGooglesOwn(link) ? await client.OpenAsync(client.Get(link), ct)
            : await client.OpenAsStrangerAsync(client.Get(link), ct);
    }

    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(
        CloudApiClient client,
        string fileId,
        TimeSpan timeout,
        CancellationToken ct
    ) =>
        await client.OpenAsync(
            client.Get(Address($"files/{fileId}", ("alt", "media"), ("supportsAllDrives", "true"))) with
            {
                Timeout = timeout,
            },
            ct
        );

    public RuleViolation? ReadRefusal(int status, ReadOnlySpan<byte> body) =>
        (status, CloudBody.Parse<DriveError>(body, CloudBody.Camel)?.Error?.Errors is [var first, ..] ? first.Reason : null) switch
        {
            (404, _) => CloudRefusals.NotThere(Provider),
            (403, "rateLimitExceeded" or "userRateLimitExceeded" or "dailyLimitExceeded" or "downloadQuotaExceeded") => CloudRefusals.Busy(
                Provider
            ),
            (403, "accessNotConfigured") => CloudRefusals.ServerRefused(Provider),
            (403, "insufficientPermissions" or "appNotAuthorizedToFile") => CloudRefusals.ConnectAgain(Provider),
            (403, "cannotDownloadFile" or "cannotDownloadAbusiveFile" or "fileNotDownloadable" or "domainPolicy") =>
                CloudRefusals.NotGivenOut(Provider),
            (403, _) => CloudRefusals.NotThere(Provider),
            _ => null,
        };

    private CloudEntry? Read(DriveFile file) =>
        file switch
        {
            { Id: null } or { Name: null } => null,
            { MimeType: DriveQuery.FolderType } => CloudEntry.Folder(file.Id, file.Name),
            _ when IsSideFile(file) => null,
            _ when DriveQuery.KindOf(file.MimeType, file.Name) is { } kind => Offered(
                file,
                CloudEntry.File(
                    Provider,
                    file.Id,
                    file.Name,
                    kind,
                    long.TryParse(file.Size, CultureInfo.InvariantCulture, out var bytes) ? bytes : null,
                    file.HasThumbnail is true
                )
            ),
            _ => null,
        };

    private static bool IsSideFile(DriveFile file) =>
        file is { Name: { } name, MimeType: not DriveQuery.FolderType } && SideFiles.Has(name);

    private CloudEntry Offered(DriveFile file, CloudEntry entry) =>
        file.Capabilities?.CanDownload is false ? entry with { Refusal = CloudRefusals.NotGivenOut(Provider).Message } : entry;

    private bool IsGooglesOwn(Uri link) =>
        link.IdnHost == options.Value.ThumbnailHost
        || link.IdnHost.EndsWith("." + options.Value.ThumbnailHost, StringComparison.OrdinalIgnoreCase);

    private Uri Address(string route, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var all = new Dictionary<string, string?>();
        foreach (var (name, value) in query)
        {
            all[name] = value;
        }

        return new(QueryHelpers.AddQueryString(new Uri(Options.ApiAddress, route).AbsoluteUri, all));
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex Id();
}
