using System.ComponentModel.DataAnnotations;
using Magpie.Platform;

namespace Magpie.Features.Accounts;

internal static class OwnerFromEnvironment
{
    /// <summary><c>MAGPIE_OWNER_EMAIL</c> and <c>MAGPIE_OWNER_PASSWORD</c> create the owner once, if nobody exists yet.</summary>
    public static async Task CreateOwnerFromEnvironmentAsync(this WebApplication app)
    {
        var (email, password) = (app.Configuration["MAGPIE_OWNER_EMAIL"], app.Configuration["MAGPIE_OWNER_PASSWORD"]);
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password))
        {
            return;
        }

        if (!new EmailAddressAttribute().IsValid(email))
        {
            throw new StartRefusedException($"MAGPIE_OWNER_EMAIL: \"{email}\" is not an e-mail address.");
        }

        await using var scope = app.Services.CreateAsyncScope();
        var owners = scope.ServiceProvider.GetRequiredService<OwnerCreation>();
        if (!await owners.IsNeededAsync(app.Lifetime.ApplicationStopping))
        {
            return;
        }

        var (_, _, errors) = await owners.CreateAsync(email, password, email.Split('@')[0], app.Lifetime.ApplicationStopping);
        if (errors.Count > 0)
        {
            throw new StartRefusedException("MAGPIE_OWNER_PASSWORD: " + string.Join(" ", errors.Select(error => error.Description)));
        }
    }
}
