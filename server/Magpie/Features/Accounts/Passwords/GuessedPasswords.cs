using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Refuses the passwords that attackers try first: those on the bundled list, also with digits and symbols around them, and the account's
/// own address. The list is read when somebody chooses a password, and not kept in memory.
/// </summary>
internal sealed class GuessedPasswords : IPasswordValidator<Account>
{
    private const string List = "common-passwords.txt";
    private const string NoticeMark = "# ";

    private static readonly IdentityError Common =
            new()
            {
                Code = "PasswordCommon",
                Description = "This password is one of the first that attackers try. Choose another one; a few random words work well.",
            },
        OwnAddress =
            new() { Code = "PasswordIsAddress", Description = "Don’t use your e-mail address as the password. Choose another one." };

    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var text = password ?? "";
        if (IsAddress(text, user.Email))
        {
            return IdentityResult.Failed(OwnAddress);
        }

        return await IsCommonAsync(text) ? IdentityResult.Failed(Common) : IdentityResult.Success;
    }

    public static async Task<bool> IsCommonAsync(string password)
    {
        var whole = password.Trim().ToLowerInvariant();
        if (whole.Distinct().Count() < 3)
        {
            return true;
        }

        var first = whole.AsSpan().IndexOfAnyInRange('a', 'z');
        var core = first < 0 ? whole : whole[first..(whole.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1)];
        using var list = new StreamReader(typeof(GuessedPasswords).Assembly.GetManifestResourceStream(List)!);
        while (await list.ReadLineAsync() is { } line)
        {
            if ((line == whole || line == core) && !line.StartsWith(NoticeMark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAddress(string password, string? email) =>
        email is not null
        && (
            password.Equals(email, StringComparison.OrdinalIgnoreCase)
            || password.Equals(email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
        );
}
