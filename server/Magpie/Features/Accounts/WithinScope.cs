using Magpie.Model.Accounts;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authorization;

namespace Magpie.Features.Accounts;

/// <summary>A token with read scope changes nothing, whatever the route.</summary>
internal sealed class WithinScope : IAuthorizationRequirement;

internal sealed class WithinScopeHandler(IHttpContextAccessor http) : AuthorizationHandler<WithinScope>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WithinScope requirement)
    {
        if (
            http.HttpContext!.FootprintOf() is Footprint.Reads
            || !context.User.HasClaim(TokenAuthentication.ScopeClaim, nameof(TokenScope.Read))
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
