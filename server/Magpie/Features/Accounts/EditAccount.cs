using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

/// <summary>What is left out stays as it is.</summary>
public sealed record EditAccountRequest
{
    /// <summary>A BCP 47 tag such as <c>pt-BR</c>; null follows the browser.</summary>
    [StringLength(Account.MaxLanguageLength, MinimumLength = 2)]
    [RegularExpression("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", ErrorMessage = "Use a language tag such as pt-BR.")]
    public string? Language
    {
        get;
        init => (field, HasLanguage) = (value, true);
    }

    internal bool HasLanguage { get; private init; }
}

internal static class EditAccount
{
    public static async Task<NoContent> HandleAsync(EditAccountRequest request, Caller caller, MagpieDbContext db, CancellationToken ct)
    {
        if (request.HasLanguage)
        {
            await db
                .Users.Where(u => u.Id == caller.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, request.Language), ct);
        }

        return TypedResults.NoContent();
    }
}
