using Magpie.Model.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Magpie.Features.Accounts;

/// <summary>A token with scope read changes nothing, whatever route it finds.</summary>
internal sealed class WithinScope : IAuthorizationRequirement;

internal sealed class WithinScopeHandler(IHttpContextAccessor http) : AuthorizationHandler<WithinScope>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WithinScope requirement)
    {
        var method = http.HttpContext!.Request.Method;
        var readsOnly = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        if (readsOnly || !context.User.HasClaim(TokenAuthentication.ScopeClaim, nameof(TokenScope.Read)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
