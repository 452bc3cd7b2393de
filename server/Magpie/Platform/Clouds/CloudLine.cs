using System.Net;
using System.Text.Json;
using Magpie.Core.Clouds;
using Magpie.Features.Imports;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Platform.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Clouds;

/// <summary>Makes lines to a member's files at a provider.</summary>
internal sealed class CloudLines(
    OutboundClient outbound, CloudConnections connections, CloudGrants grants, CloudTurns turns, IOptions<ImportOptions> options, TimeProvider time, ILogger<CloudLine> log)
{
    public CloudLine To(ICloudStore store, Guid userId) => new(store, userId, null, outbound, connections, grants, turns, options.Value.ProbeTimeout, time, log);

    /// <summary>With tokens that are just given out and not kept yet.</summary>
    public CloudLine To(ICloudStore store, Guid userId, CloudTokens tokens) => new(store, userId, tokens, outbound, connections, grants, turns, options.Value.ProbeTimeout, time, log);
}

/// <summary>
/// Asks a provider in a member's name. Tokens are renewed before they end, and once more where the provider takes them no longer;
/// a member who has to connect again is told so.
/// </summary>
internal sealed class CloudLine(
    ICloudStore store, Guid userId, CloudTokens? given, OutboundClient outbound, CloudConnections connections, CloudGrants grants, CloudTurns turns, TimeSpan timeout, TimeProvider time, ILogger log)
{
    /// <summary>Tokens with less left than this are renewed, so that they last for what is begun with them.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    public OutboundRequest Get(Uri address) => new(address) { Timeout = timeout };

    public OutboundRequest Post(Uri address, object? body) => new(address)
    {
        Method = HttpMethod.Post,
        Body = JsonSerializer.SerializeToUtf8Bytes(body),
        BodyType = "application/json",
        Timeout = timeout,
    };

    /// <summary>A small answer in JSON.</summary>
    public async Task<(T? Value, RuleViolation? Refusal)> AskAsync<T>(OutboundRequest request, JsonSerializerOptions json, CancellationToken ct)
        where T : class
    {
        try
        {
            var (answer, refusal) = await OpenAsync(request, ct);
            using (answer)
            {
                return refusal is not null ? (null, refusal)
                    : await CloudBody.ReadAsync(answer!) is { } body && CloudBody.Parse<T>(body, json) is { } value ? (value, null)
                    : (null, CloudProblems.Failed(store.Provider));
            }
        }
        catch (OutboundException ended)
        {
            return (null, CloudProblems.Of(ended.Fault, store.Provider, null));
        }
    }

    /// <summary>An answer whose body is what was asked for.</summary>
    /// <exception cref="OutboundException">The provider cannot be reached.</exception>
    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(OutboundRequest request, CancellationToken ct)
    {
        Guid? refused = null;
        while (true)
        {
            var (token, version, missing) = await TokenAsync(refused, ct);
            if (token is null)
            {
                return (null, missing);
            }

            var answer = await outbound.SendAsync(request with { Headers = [.. request.Headers, new("Authorization", $"Bearer {token}")] }, ct);
            if (answer.Fault is null)
            {
                return (answer, null);
            }

            using (answer)
            {
                if (await RefusalOfAsync(answer) is { } refusal)
                {
                    return (null, refusal);
                }

                if (answer.Status is not HttpStatusCode.Unauthorized)
                {
                    return (null, CloudProblems.Failed(store.Provider));
                }

                if (refused is not null)
                {
                    return (null, await EndAsync(version));
                }
            }

            refused = version;
        }
    }

    /// <summary>Without the member's token, as the address may be anybody's.</summary>
    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsStrangerAsync(OutboundRequest request, CancellationToken ct)
    {
        var answer = await outbound.SendAsync(request, ct);
        if (answer.Fault is null)
        {
            return (answer, null);
        }

        answer.Dispose();
        return (null, CloudProblems.NotThere(store.Provider));
    }

    private async Task<RuleViolation?> RefusalOfAsync(OutboundAnswer answer)
    {
        var status = (int)answer.Status;
        var refusal = store.ReadRefusal(status, await CloudBody.ReadAsync(answer, 64 << 10) ?? []);
        if (refusal is null && status is not 401)
        {
            log.LogWarning("{Provider} answered {Status}", store.Provider, status);
        }

        return refusal ?? (status is 429 ? CloudProblems.Busy(store.Provider) : null);
    }

    /// <param name="refused">The version of the tokens that the provider has just not taken.</param>
    private async Task<(string? Token, Guid Version, RuleViolation? Missing)> TokenAsync(Guid? refused, CancellationToken ct)
    {
        if (given is not null)
        {
            return refused is null ? (given.Access, Guid.Empty, null) : (null, default, CloudProblems.ConnectAgain(store.Provider));
        }

        var (connection, tokens, missing) = await FindAsync(ct);
        if (tokens is null || IsGood(connection!, tokens, refused))
        {
            return (tokens?.Access, connection?.Version ?? default, missing);
        }

        using var turn = await turns.TakeAsync(userId, store.Provider, ct);
        (connection, tokens, missing) = await FindAsync(ct);
        return tokens is null || IsGood(connection!, tokens, refused)
            ? (tokens?.Access, connection?.Version ?? default, missing)
            : await RenewAsync(connection!, tokens);
    }

    // Not to be stopped by whoever asked: what the provider gives out here must be kept.
    private async Task<(string? Token, Guid Version, RuleViolation? Missing)> RenewAsync(CloudConnection connection, CloudTokens tokens)
    {
        var (renewed, refusal) = tokens.Refresh is { } refresh
            ? await grants.RefreshAsync(store, refresh, CancellationToken.None)
            : (null, CloudProblems.ConnectAgain(store.Provider));
        if (refusal is { Code: not "cloud-connect-again" })
        {
            return (null, default, refusal);
        }

        // Where this changes nothing, another server was faster, or the member has disconnected or connected again: what is kept now holds.
        _ = renewed is null ? await connections.EndAsync(connection) : await connections.RenewAsync(connection, renewed);
        var (kept, now, missing) = await FindAsync(CancellationToken.None);
        return (now?.Access, kept?.Version ?? default, missing);
    }

    /// <summary>Not even new tokens are taken.</summary>
    private async Task<RuleViolation> EndAsync(Guid version)
    {
        if (await connections.FindAsync(userId, store.Provider, CancellationToken.None) is (var connection, _) && connection.Version == version)
        {
            await connections.EndAsync(connection);
        }

        return CloudProblems.ConnectAgain(store.Provider);
    }

    private async Task<(CloudConnection? Connection, CloudTokens? Tokens, RuleViolation? Missing)> FindAsync(CancellationToken ct) =>
        !store.Options.IsConfigured ? (null, null, CloudProblems.NotConfigured(store.Provider))
        : await connections.FindAsync(userId, store.Provider, ct) is not (var connection, var tokens) ? (null, null, CloudProblems.NotConnected(store.Provider))
        : (connection, tokens, tokens is null ? CloudProblems.ConnectAgain(store.Provider) : null);

    private bool IsGood(CloudConnection connection, CloudTokens tokens, Guid? refused) =>
        connection.Version != refused && tokens.ExpiresAt - Margin > time.GetUtcNow().UtcDateTime;
}
