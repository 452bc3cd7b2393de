using System.ComponentModel.DataAnnotations;

namespace Magpie.Platform.Clouds;

/// <summary>How a provider knows this server, and where it signs people in. Without a client id nobody can connect.</summary>
public abstract class CloudOptions : IValidatableObject
{
    public string? ClientId { get; set; }

    /// <summary>If the provider issued one together with the client id.</summary>
    public string? ClientSecret { get; set; }

    public abstract Uri AuthorizeAddress { get; set; }
    public abstract Uri TokenAddress { get; set; }
    public abstract Uri RevokeAddress { get; set; }
    public abstract Uri ApiAddress { get; set; }

    public bool IsConfigured => ClientId is { Length: > 0 };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, address) in Addresses)
        {
            if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps)
            {
                yield return new($"'{address}' is no address that begins with https://.", [name]);
            }
            else if (BaseAddresses.Contains(name) && !address.AbsolutePath.EndsWith('/'))
            {
                yield return new($"'{address}' must end with /.", [name]);
            }
        }
    }

    protected virtual IEnumerable<(string Name, Uri Address)> Addresses =>
        [
            (nameof(AuthorizeAddress), AuthorizeAddress),
            (nameof(TokenAddress), TokenAddress),
            (nameof(RevokeAddress), RevokeAddress),
            (nameof(ApiAddress), ApiAddress),
        ];

    /// <summary>The names used in routes.</summary>
    protected virtual IEnumerable<string> BaseAddresses => [nameof(ApiAddress)];
}
