using Magpie.Features.Accounts.Sessions;
using Magpie.Model.Accounts;
using Magpie.Platform.Web;

namespace Magpie.Features.Accounts;

/// <summary>Setup, sign-in and sign-out, the own account, sessions, and personal access tokens.</summary>
internal static class AccountsEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("").WithTags("Accounts");

        accounts.MapGet("/setup", GetSetup.HandleAsync).WithName("getSetup").AllowAnonymous();
        accounts
            .MapPost("/setup", SetUp.HandleAsync)
            .WithName("setUp")
            .AllowAnonymous()
            .WithMetadata(SessionOrigin.Setup)
            .Refuses(409, 429)
            .ProducesValidationProblem();

        accounts.MapGet("/session", GetSession.HandleAsync).WithName("getSession").Refuses(401, 403);
        accounts
            .MapPost("/session", SignIn.HandleAsync)
            .WithName("signIn")
            .AllowAnonymous()
            .WithFootprint(Footprint.Frees)
            .Refuses(401, 403, 429)
            .ProducesValidationProblem();
        accounts.MapDelete("/session", SignOut.HandleAsync).WithName("signOut").AllowAnonymous();

        accounts
            .MapPatch("/account", EditAccount.HandleAsync)
            .WithName("editAccount")
            .RequireAuthorization(Policies.Session)
            .ProducesValidationProblem();

        var sessions = accounts.MapGroup("/sessions").RequireAuthorization(Policies.Session);
        sessions.MapGet("", ListSessions.HandleAsync).WithName("listSessions");
        sessions.MapDelete("", EndOtherSessions.HandleAsync).WithName("endOtherSessions");
        sessions.MapDelete("/{sessionId:guid}", EndSession.HandleAsync).WithName("endSession").Refuses(404);

        var tokens = accounts.MapGroup("/tokens").RequireAuthorization(Policies.Session);
        tokens.MapGet("", ListTokens.HandleAsync).WithName("listTokens");
        tokens.MapPost("", CreateToken.HandleAsync).WithName("createToken").Refuses(404).ProducesValidationProblem();
        tokens.MapDelete("/{tokenId:guid}", RevokeToken.HandleAsync).WithName("revokeToken").Refuses(404);
    }
}
