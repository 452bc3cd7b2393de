using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Magpie.Platform.Outbound;

/// <summary>What the guard over addresses that somebody else chose lets through. Section <c>Magpie:Imports</c>.</summary>
public sealed class OutboundOptions : IValidatableObject
{
    public const string Section = "Magpie:Imports";

    /// <summary>
    /// Networks (<c>10.20.0.0/16</c>), addresses and names of hosts that are let through although they are not public. Every
    /// member can then have the server fetch from them, so an empty list is the only safe one beside services that trust the server.
    /// </summary>
    public string[] AllowedNetworks { get; set; } = [];

    /// <summary>Ports beside 443.</summary>
    public int[] AdditionalPorts { get; set; } = [];

    /// <summary>A PEM file of authorities whose certificates are accepted beside the system's: a company's own.</summary>
    public string? CertificateAuthorityFile { get; set; }

    /// <summary>
    /// How long finding, connecting to and greeting a server may take. What fails earlier is told only then, so that the time tells
    /// no more than the sentence.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ReachTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A server that sends nothing for so long is given up.</summary>
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
