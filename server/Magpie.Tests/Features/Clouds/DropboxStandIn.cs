using System.Text.Json;
using System.Text.Json.Nodes;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Clouds;

/// <summary>
/// As https://www.dropbox.com/developers/documentation/http/documentation says, and as strict as it is about the form of a request.
/// </summary>
public sealed class DropboxStandIn : CloudStandIn
{
    public DropboxStandIn(SourceServer source)
        : base(source, "dropbox")
    {
        Rpc(
            "users/get_current_account",
            _ =>
                new()
                {
                    ["account_id"] = "dbid:1",
                    ["email"] = $"{Account}@dropbox.example",
                    ["name"] = new JsonObject { ["display_name"] = "Olga" },
                }
        );
        Rpc("files/list_folder", body => ListOf("list", body["path"]!.GetValue<string>(), 0));
        Rpc("files/list_folder/continue", body => Continue(body, "list"));
        Rpc("files/search_v2", body => ListOf("search", body["query"]!.GetValue<string>(), 0));
        Rpc("files/search/continue_v2", body => Continue(body, "search"));
        Content("files/download", argument => argument["path"]!.GetValue<string>(), file => file.Bytes);
        Content(
            "files/get_thumbnail_v2",
            argument => argument["resource"]!["path"]!.GetValue<string>(),
            file => file.Name.EndsWith(".webm", StringComparison.Ordinal) ? null : FreeMedia.BytesOf("coast.jpg")
        );
        Source.Page(
            "dropbox/2/auth/token/revoke",
            http =>
            {
                var token = http.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
                http.Response.StatusCode =
                    CannotRevoke ? 503
                    : Grants.Revoke(token) ? 200
                    : 401;
                return Task.CompletedTask;
            }
        );
    }

    public override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Magpie:Imports:Dropbox:ClientId", GrantStandIn.ClientId),
            new("Magpie:Imports:Dropbox:ClientSecret", GrantStandIn.ClientSecret),
            new("Magpie:Imports:Dropbox:AuthorizeAddress", Grants.AuthorizeAddress),
            new("Magpie:Imports:Dropbox:TokenAddress", Grants.TokenAddress),
            new("Magpie:Imports:Dropbox:RevokeAddress", $"https://127.0.0.1:{Source.Port}/dropbox/2/auth/token/revoke"),
            new("Magpie:Imports:Dropbox:ApiAddress", $"https://127.0.0.1:{Source.Port}/dropbox/2/"),
            new("Magpie:Imports:Dropbox:ContentAddress", $"https://127.0.0.1:{Source.Port}/dropbox/2/"),
        ];

    protected override string IdOf(int number) => $"id:a4ayc_80_OEAAAAAAAAA{number:d3}";

    private static JsonObject Entry(StandInFile file) =>
        file.Bytes is null
            ? new()
            {
                [".tag"] = "folder",
                ["id"] = file.Id,
                ["name"] = file.Name,
                ["path_lower"] = $"/{file.Name}",
                ["path_display"] = $"/{file.Name}",
            }
            : new()
            {
                [".tag"] = "file",
                ["id"] = file.Id,
                ["name"] = file.Name,
                ["size"] = file.Length ?? file.Bytes.Length,
                ["rev"] = "015",
                ["server_modified"] = "2026-01-01T00:00:00Z",
                ["is_downloadable"] = true,
            };

    private JsonObject Continue(JsonNode body, string kind)
    {
        var parts = body["cursor"]!.GetValue<string>().Split('|');
        return parts is [var made, var what, var from] && made == kind
            ? ListOf(kind, what, int.Parse(from, System.Globalization.CultureInfo.InvariantCulture))
            : Error("reset/...");
    }

    private JsonObject ListOf(string kind, string what, int from)
    {
        if (kind is "list" && what.Length > 0 && !Files.ContainsKey(what))
        {
            return Error("path/not_found/...");
        }

        var found = Files.Values.Where(file =>
            kind is "list" ? file.Parent == (what.Length == 0 ? null : what) : file.Name.Contains(what, StringComparison.OrdinalIgnoreCase)
        );
        var (page, next) = PageOf(found, from);
        var entries = new JsonArray([
            .. page.Select(file =>
                kind is "list"
                    ? (JsonNode)Entry(file)
                    : new JsonObject
                    {
                        ["match_type"] = new JsonObject { [".tag"] = "filename" },
                        ["metadata"] = new JsonObject { [".tag"] = "metadata", ["metadata"] = Entry(file) },
                    }
            ),
        ]);
        return new()
        {
            [kind is "list" ? "entries" : "matches"] = entries,
            ["cursor"] = $"{kind}|{what}|{next}",
            ["has_more"] = next is not null,
        };
    }

    private static JsonObject Error(string summary) =>
        new()
        {
            ["error_summary"] = summary,
            ["error"] = new JsonObject { [".tag"] = summary.Split('/')[0] },
        };

    private void Rpc(string route, Func<JsonNode, JsonObject> answer) =>
        Source.Page(
            $"dropbox/2/{route}",
            async http =>
            {
                if (http.Request.Method is not "POST" || http.Request.ContentType is not "application/json")
                {
                    http.Response.StatusCode = 400;
                    return;
                }

                var body = await JsonNode.ParseAsync(http.Request.Body) ?? new JsonObject();
                if (!await LetsInAsync(http))
                {
                    return;
                }

                var told = answer(body);
                http.Response.StatusCode = told.ContainsKey("error_summary") ? 409 : 200;
                await http.Response.WriteAsJsonAsync(told);
            }
        );

    private void Content(string route, Func<JsonNode, string> idIn, Func<StandInFile, byte[]?> bytesOf) =>
        Source.Page(
            $"dropbox/2/{route}",
            async http =>
            {
                var argument = http.Request.Headers["Dropbox-API-Arg"].ToString();
                if (
                    http.Request.Method is not "POST"
                    || http.Request.ContentType is not (null or "application/octet-stream" or "text/plain")
                    || argument.Any(c => c > 126)
                )
                {
                    http.Response.StatusCode = 400;
                }
                else if (await LetsInAsync(http))
                {
                    var bytes = Files.TryGetValue(idIn(JsonNode.Parse(argument)!), out var file) ? bytesOf(file) : null;
                    if (bytes is null)
                    {
                        http.Response.StatusCode = 409;
                        await http.Response.WriteAsJsonAsync(Error(file is null ? "path/not_found/.." : "unsupported_image/.."));
                        return;
                    }

                    http.Response.ContentType = "application/octet-stream";
                    http.Response.ContentLength = bytes.Length;
                    http.Response.Headers["Dropbox-API-Result"] = JsonSerializer.Serialize(Entry(file!));
                    await http.Response.Body.WriteAsync(bytes);
                }
            }
        );

    private async Task<bool> LetsInAsync(HttpContext http)
    {
        if (IsBusy)
        {
            http.Response.StatusCode = 429;
            await http.Response.WriteAsJsonAsync(Error("too_many_requests/.."));
        }
        else if (!Grants.Knows(http))
        {
            http.Response.StatusCode = 401;
            await http.Response.WriteAsJsonAsync(Error("expired_access_token/.."));
        }

        return http.Response.StatusCode is 200;
    }
}
