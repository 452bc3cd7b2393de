using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Magpie.Platform.Outbound;

/// <summary>What the guard for addresses that somebody else chose lets through. Section <c>Magpie:Imports</c>.</summary>
public sealed class OutboundOptions : IValidatableObject
{
    public const string Section = "Magpie:Imports";

    /// <summary>
    /// Networks (<c>10.20.0.0/16</c>), addresses and host names that are allowed although they are not public. Every member can then have
    /// the server fetch from them, so only an empty list is safe near services that trust the server.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Ports in addition to 443.</summary>
    public int[] AdditionalPorts { get; set; } = [];

    /// <summary>A PEM file of certificate authorities that are trusted in addition to the system's, such as a company's own.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>
    /// How long resolving, connecting and the TLS handshake may take. Earlier failures are reported only then, so that the time reveals no
    /// more than the sentence.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ReachTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A server that sends nothing for this long is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(20);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (
            var entry in AllowedNetworks.Where(entry =>
                !IPNetwork.TryParse(entry, out _)
                && !IPAddress.TryParse(entry, out _)
                && Uri.CheckHostName(entry) is UriHostNameType.Unknown
            )
        )
        {
            yield return new(
                $"'{entry}' is neither a network such as 10.20.0.0/16, nor an address, nor the name of a host.",
                [nameof(AllowedNetworks)]
            );
        }

        foreach (var port in AdditionalPorts.Where(port => port is < 1 or > 65535))
        {
            yield return new($"{port} is no port; they go from 1 to 65535.", [nameof(AdditionalPorts)]);
        }

        if (CertificateAuthorityFile is { Length: > 0 } file && !File.Exists(file))
        {
            yield return new($"There is no file '{file}'.", [nameof(CertificateAuthorityFile)]);
        }
    }
}
