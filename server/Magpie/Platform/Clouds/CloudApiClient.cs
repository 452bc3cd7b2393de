using System.Net;
using System.Text.Json;
using Magpie.Model;
using Magpie.Platform.Outbound;

namespace Magpie.Platform.Clouds;

/// <summary>
/// Calls a provider for a member, and once more with newer tokens if the first are no longer accepted. A member who must connect again is
/// told so.
/// </summary>
internal sealed class CloudApiClient(ICloudStore store, IAccessTokens tokens, OutboundClient outbound, TimeSpan timeout, ILogger log)
{
    public OutboundRequest Get(Uri address) => new(address) { Timeout = timeout };

    public OutboundRequest Post(Uri address, object? body) =>
        new(address)
        {
            Method = HttpMethod.Post,
            Body = JsonSerializer.SerializeToUtf8Bytes(body),
            BodyType = "application/json",
            Timeout = timeout,
        };

    /// <summary>A small JSON answer.</summary>
    public async Task<(T? Value, RuleViolation? Refusal)> AskAsync<T>(
        OutboundRequest request,
        JsonSerializerOptions json,
        CancellationToken ct
    )
        where T : class
    {
        try
        {
            var (answer, refusal) = await OpenAsync(request, ct);
            using (answer)
            {
                return refusal is not null ? (null, refusal)
                    : await CloudBody.ReadAsync(answer!) is { } body && CloudBody.Parse<T>(body, json) is { } value ? (value, null)
                    : (null, CloudRefusals.Failed(store.Provider));
            }
        }
        catch (OutboundException ended)
        {
            return (null, CloudRefusals.Of(ended.Fault, store.Provider, null));
        }
    }

    /// <summary>An answer whose body is what was asked for.</summary>
    /// <exception cref="OutboundException">The provider cannot be reached.</exception>
    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsync(OutboundRequest request, CancellationToken ct)
    {
        Guid? refused = null;
        while (true)
        {
            var (token, version, missing) = await tokens.FindAsync(refused, ct);
            if (token is null)
            {
                return (null, missing);
            }

            var answer = await outbound.SendAsync(
                request with
                {
                    Headers = [.. request.Headers, new("Authorization", $"Bearer {token}")],
                },
                ct
            );
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
                    return (null, CloudRefusals.Failed(store.Provider));
                }

                if (refused is not null)
                {
                    return (null, await tokens.EndAsync(version));
                }
            }

            refused = version;
        }
    }

    /// <summary>Without the member's token, because the address may be anybody's.</summary>
    public async Task<(OutboundAnswer? Answer, RuleViolation? Refusal)> OpenAsStrangerAsync(OutboundRequest request, CancellationToken ct)
    {
        var answer = await outbound.SendAsync(request, ct);
        if (answer.Fault is null)
        {
            return (answer, null);
        }

        answer.Dispose();
        return (null, CloudRefusals.NotThere(store.Provider));
    }

    private async Task<RuleViolation?> RefusalOfAsync(OutboundAnswer answer)
    {
        var status = (int)answer.Status;
        var refusal = store.ReadRefusal(status, await CloudBody.ReadAsync(answer, 64 << 10) ?? []);
        if (refusal is null && status is not 401)
        {
            log.LogWarning("{Provider} answered {Status}", store.Provider, status);
        }

        return refusal ?? (status is 429 ? CloudRefusals.Busy(store.Provider) : null);
    }
}
