using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>
/// <c>Authorization: Bearer mgp_…</c>. Only the SHA-256 of a token is stored; with 256 random bits no salt or slow hash is needed.
/// </summary>
/// <remarks>Silent, because the base class would write two lines for each failure; <see cref="SignInLog"/> logs once a minute.</remarks>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    UrlEncoder encoder,
    MagpieDbContext db,
    TokenUses uses,
    SignInLog log
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    public new const string Scheme = "token";
    public const string ScopeClaim = "magpie:scope";
    public const string GroupClaim = "magpie:group";
    public const string TokenClaim = "magpie:token";
    private const string Prefix = "Bearer mgp_";

    // Compiled, because every request of a program asks this; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, string, CancellationToken, Task<AccessToken?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, string hash, CancellationToken _) => db.AccessTokens.AsNoTracking().SingleOrDefault(t => t.Hash == hash)
    );

    public static string NewText() => "mgp_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return Refused("it is no personal access token");
        }

        var token = await Find(db, HashOf(header["Bearer ".Length..].Trim()), Context.RequestAborted);
        if (token is null)
        {
            return Refused("it is unknown or was revoked");
        }

        uses.Note(token);

        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, token.UserId.ToString()));
        identity.AddClaim(new(ScopeClaim, token.Scope.ToString()));
        identity.AddClaim(new(TokenClaim, token.Id.ToString()));
        if (token.GroupId is { } group)
        {
            identity.AddClaim(new(GroupClaim, group.ToString()));
        }

        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme));
    }

    private AuthenticateResult Refused(string why)
    {
        log.TokenRefused(Context, why);
        return AuthenticateResult.Fail(why);
    }
}
