using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

internal sealed class IdentityRules : IConfigureOptions<IdentityOptions>
{
    public void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // The user name is the e-mail address, which may contain apostrophes, umlauts and more.
        options.User.AllowedUserNameCharacters = "";
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

        // Length is what helps; rules about digits and symbols only make people write passwords down (NIST SP 800-63B).
        options.Password.RequiredLength = 10;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;

        // Our own limit slows down strangers and not the account itself: see PasswordTries.
        options.Lockout.AllowedForNewUsers = false;
    }
}
