using Magpie.Model;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Magpie.Features.Accounts;

/// <summary>Tells the owner of a token that the token may not do this, although they may.</summary>
internal sealed class TokenRefusals : IAuthorizationMiddlewareResultHandler
{
    private static readonly RuleViolation ReadOnly = new("token-is-read-only", "This token may only read. Make one with the scope write.");
    private static readonly RuleViolation SessionNeeded = new("session-needed", "An access token can’t do this. Sign in instead.");

    private readonly AuthorizationMiddlewareResultHandler others = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (!authorizeResult.Forbidden || !context.User.HasClaim(claim => claim.Type == TokenAuthentication.ScopeClaim))
        {
            return others.HandleAsync(next, context, policy, authorizeResult);
        }

        var isOutOfScope = authorizeResult.AuthorizationFailure?.FailedRequirements.OfType<WithinScope>().Any() is true;
        return Problems.Of(isOutOfScope ? ReadOnly : SessionNeeded).ExecuteAsync(context);
    }
}
