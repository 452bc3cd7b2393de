using Microsoft.AspNetCore.Identity;

namespace Magpie.Platform.Database;

/// <summary>A person who can sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }
}
