using System.Text.Json;
using System.Text.RegularExpressions;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Clouds.Dropbox;

internal sealed partial class DropboxStore(IOptions<DropboxOptions> options) : ICloudStore
{
    /// <summary>Dropbox lists in no order, so a page is large enough for nearly every folder and is sorted here.</summary>
    private const int PageSize = 1000;

    private const int SearchPageSize = 100;
    private const long LargestThumbnailed = 20_000_000;

    /// <summary>A file is gone, or Dropbox can make no thumbnail of it.</summary>
    private static readonly string[] NothingToShow =
    [
        "path/",
        "unsupported_extension",
        "unsupported_image",
        "conversion_error",
        "encrypted_content",
    ];

    public CloudProvider Provider => CloudProvider.Dropbox;

    public CloudOptions Options => options.Value;

    public IEnumerable<KeyValuePair<string, string>> SignInParameters =>
        [new("token_access_type", "offline"), new("scope", "account_info.read files.metadata.read files.content.read")];

    public bool IsEnough(string? scope) => true; // All or nothing there.

    public OutboundRequest Revoke(CloudTokens tokens) =>
        new(Options.RevokeAddress)
        {
            Method = HttpMethod.Post,
            Headers = [new("Authorization", $"Bearer {tokens.Access}")],
            Timeout = default,
        };

    public bool IsId(string text) => Id().IsMatch(text);

    public async Task<(string? Account, RuleViolation? Refusal)> NameAccountAsync(CloudApiClient client, CancellationToken ct)
    {
        var (account, refusal) = await client.AskAsync<DropboxAccount>(
            client.Post(new(Options.ApiAddress, "users/get_current_account"), null),
            CloudBody.Snake,
            ct
        );
        return (account?.Email ?? "", refusal);
    }

    public Task<(CloudPage? Page, RuleViolation? Refusal)> AskAsync(CloudApiClient client, CloudQuestion question, CancellationToken ct) =>
        question.Search is null ? ListAsync(client, question, ct) : SearchAsync(client, question.Search, question.Cursor, ct);

    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenThumbnailAsync(
        CloudApiClient client,
        string fileId,
        CancellationToken ct
    ) =>
        await client.OpenAsync(
            Content(
                client,
                "files/get_thumbnail_v2",
                new
                {
                    resource = new Dictionary<string, string> { [".tag"] = "path", ["path"] = fileId },
                    format = "jpeg",
                    size = "w256h256",
                    mode = "fitone_bestfit",
                }
            ),
            ct
        );

    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(
        CloudApiClient client,
        string fileId,
        TimeSpan timeout,
        CancellationToken ct
    ) => await client.OpenAsync(Content(client, "files/download", new { path = fileId }) with { Timeout = timeout }, ct);

    public RuleViolation? ReadRefusal(int status, ReadOnlySpan<byte> body) =>
        (status, CloudBody.Parse<DropboxError>(body, CloudBody.Snake)?.ErrorSummary ?? "") switch
        {
            (401, var why) => why.StartsWith("missing_scope", StringComparison.Ordinal) ? CloudRefusals.ServerRefused(Provider) : null,
            (409, var why) when why.StartsWith("reset", StringComparison.Ordinal) => CloudRefusals.ListChanged(Provider),
            (409, var why)
                when why.Contains("restricted_content", StringComparison.Ordinal)
                    || why.Contains("unsupported_file", StringComparison.Ordinal) => CloudRefusals.NotGivenOut(Provider),
            (409, var why) when NothingToShow.Any(start => why.StartsWith(start, StringComparison.Ordinal)) => CloudRefusals.NotThere(
                Provider
            ),
            _ => null,
        };

    private async Task<(CloudPage? Page, RuleViolation? Refusal)> ListAsync(
        CloudApiClient client,
        CloudQuestion question,
        CancellationToken ct
    )
    {
        var request = question.Cursor is { } cursor
            ? client.Post(new(Options.ApiAddress, "files/list_folder/continue"), new { cursor })
            : client.Post(
                new(Options.ApiAddress, "files/list_folder"),
                new
                {
                    path = question.Folder ?? "",
                    limit = PageSize,
                    include_non_downloadable_files = false,
                }
            );
        var (folder, refusal) = await client.AskAsync<DropboxFolder>(request, CloudBody.Snake, ct);
        return folder is null ? (null, refusal) : (PageOf(folder.Entries ?? [], folder.HasMore ? folder.Cursor : null), null);
    }

    private async Task<(CloudPage? Page, RuleViolation? Refusal)> SearchAsync(
        CloudApiClient client,
        string query,
        string? cursor,
        CancellationToken ct
    )
    {
        var request = cursor is not null
            ? client.Post(new(Options.ApiAddress, "files/search/continue_v2"), new { cursor })
            : client.Post(
                new(Options.ApiAddress, "files/search_v2"),
                new
                {
                    query,
                    options = new
                    {
                        max_results = SearchPageSize,
                        filename_only = true,
                        file_categories = (string[])["image", "video", "folder"],
                    },
                }
            );
        var (found, refusal) = await client.AskAsync<DropboxMatches>(request, CloudBody.Snake, ct);
        return found is null
            ? (null, refusal)
            : (
                PageOf(
                    (found.Matches ?? []).Select(match => match.Metadata?.Metadata).OfType<DropboxEntry>(),
                    found.HasMore ? found.Cursor : null
                ),
                null
            );
    }

    private CloudPage PageOf(IEnumerable<DropboxEntry> entries, string? cursor) =>
        new(
            [
                .. entries
                    .Select(Read)
                    .OfType<CloudEntry>()
                    .OrderBy(entry => entry.Kind is not CloudEntryKind.Folder)
                    .ThenBy(
                        entry => entry.Name,
                        StringComparer.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            System.Globalization.CompareOptions.NumericOrdering | System.Globalization.CompareOptions.IgnoreCase
                        )
                    ),
            ],
            cursor,
            entries.Count(entry => entry is { Tag: "file", Name: not null } && SideFiles.Has(entry.Name))
        );

    private CloudEntry? Read(DropboxEntry entry) =>
        entry switch
        {
            { Id: null } or { Name: null } => null,
            { Tag: "folder" } => CloudEntry.Folder(entry.Id, entry.Name),
            { Tag: "file" } when SideFiles.Has(entry.Name) => null,
            { Tag: "file", IsDownloadable: true } when FileNames.KindHint(entry.Name) is { } kind => CloudEntry.File(
                Provider,
                entry.Id,
                entry.Name,
                kind,
                entry.Size,
                kind is MediaKind.Image && entry.Size is not > LargestThumbnailed
            ),
            _ => null,
        };

    // The argument is a header, which must be ASCII: the serializer escapes everything else.
    private OutboundRequest Content(CloudApiClient client, string route, object argument) =>
        client.Get(new(options.Value.ContentAddress, route)) with
        {
            Method = HttpMethod.Post,
            Headers = [new("Dropbox-API-Arg", JsonSerializer.Serialize(argument))],
        };

    [GeneratedRegex(@"\Aid:[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex Id();
}
