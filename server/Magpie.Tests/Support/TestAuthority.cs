using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Magpie.Tests.Support;

/// <summary>An authority that nobody knows but who is told of it, and the certificates that it gives out.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2090, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 certificate;

    public TestAuthority()
        : this(NewAuthority("CN=Magpie test authority", null)) { }

    private TestAuthority(X509Certificate2 certificate) => this.certificate = certificate;

    public string Pem => certificate.ExportCertificatePem();

    /// <summary>One that this one vouches for.</summary>
    public TestAuthority Below() => new(NewAuthority("CN=Magpie test authority below", certificate));

    /// <param name="issuerAddress">Where the certificate says that its issuer's can be fetched.</param>
    public X509Certificate2 Issue(IEnumerable<string> hosts, string? issuerAddress = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=source", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], critical: false));
        if (issuerAddress is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerAddress]));
        }

        using var signed = request.Create(certificate, From, To, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose() => certificate.Dispose();

    private static X509Certificate2 NewAuthority(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        if (issuer is null)
        {
            return request.CreateSelfSigned(From, To);
        }

        using var signed = request.Create(issuer, From, To, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}
