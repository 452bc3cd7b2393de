using Microsoft.AspNetCore.Identity;

namespace Magpie.Platform.Database;

/// <summary>A person who can sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int MaxLanguageLength = 35;

    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>The language they chose, as a BCP 47 tag such as <c>pt-BR</c>. Null follows the browser.</summary>
    public string? Language { get; set; }
}
