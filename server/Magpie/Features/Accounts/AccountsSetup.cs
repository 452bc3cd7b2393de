using System.Security.Claims;
using Magpie.Features.Accounts.Passwords;
using Magpie.Features.Accounts.Sessions;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Accounts;

/// <summary>People sign in through Identity; browsers have session cookies, programs have tokens.</summary>
internal static class AccountsSetup
{
    private const string CookieOrToken = "cookie-or-token";
    private const string Nobody = "nobody";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<IdentityOptions>, IdentityRules>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = PasswordRounds.Owasp);
        services.AddScoped<IPasswordHasher<Account>, PasswordRounds>();
        services
            .AddIdentityCore<Account>()
            .AddEntityFrameworkStores<MagpieDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<GuessedPasswords>();

        services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        services.AddDataProtection().SetApplicationName("Magpie");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IXmlRepository, IXmlEncryptor>(
                (keys, repository, encryptor) => (keys.XmlRepository, keys.XmlEncryptor) = (repository, encryptor)
            );

        services
            .AddAuthentication(CookieOrToken)
            .AddPolicyScheme(
                CookieOrToken,
                null,
                scheme =>
                    scheme.ForwardDefaultSelector = context =>
                        !context.Request.Path.StartsWithSegments("/api") ? Nobody
                        : context.Request.Headers.ContainsKey("Authorization") ? TokenAuthentication.Scheme
                        : IdentityConstants.ApplicationScheme
            )
            .AddScheme<AuthenticationSchemeOptions, NobodyAuthentication>(Nobody, null)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddCookie(IdentityConstants.ApplicationScheme);
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<AccountOptions>>(SessionCookie.Configure);

        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(null)
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new WithinScope()).Build())
            .AddPolicy(
                Policies.Session,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .RequireAssertion(context => !context.User.HasClaim(c => c.Type == TokenAuthentication.ScopeClaim))
            );
        services.AddSingleton<IAuthorizationHandler, WithinScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, TokenRefusals>();

        services.AddHttpContextAccessor();
        services.AddScoped(CallerOf);
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<SignInLog>();
        services.AddSingleton<PasswordTries>();
        services.AddSingleton<KnownBrowsers>();
        services.AddScoped<SignIn>();
        services.AddScoped<OwnerCreation>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<SessionReader>();
        services.AddScoped<SessionStore>();
        services.AddSingleton<SessionUses>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionUses>());
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
    }

    public static void AddAccountJobs(this IQuartzBuilder quartz) =>
        quartz.ScheduleJob<SessionSweep>(
            trigger => trigger.WithIdentity("session-sweep").WithSimpleSchedule(TimeSpan.FromHours(1)),
            job => job.WithIdentity(SessionSweep.Key)
        );

    private static Caller CallerOf(IServiceProvider services)
    {
        var user = services.GetRequiredService<IHttpContextAccessor>().HttpContext!.User;
        return new(
            Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
            user.FindFirstValue(TokenAuthentication.GroupClaim) is { } group ? Guid.Parse(group) : null,
            SessionCookie.SessionIn(user),
            user.FindFirstValue(TokenAuthentication.TokenClaim) is { } token ? Guid.Parse(token) : null
        );
    }
}
