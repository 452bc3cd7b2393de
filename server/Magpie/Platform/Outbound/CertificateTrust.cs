using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Magpie.Platform.Outbound;

/// <summary>Which certificates are trusted: those of the system's authorities, and of the operator's own if configured.</summary>
internal sealed class CertificateTrust(OutboundOptions options)
{
    private readonly X509Certificate2Collection own = Read(options.CertificateAuthorityFile);

    public SslClientAuthenticationOptions ForClient() =>
        new()
        {
            CertificateChainPolicy = Policy(),
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors is SslPolicyErrors.None
                || (
                    errors is SslPolicyErrors.RemoteCertificateChainErrors
                    && own.Count > 0
                    && certificate is X509Certificate2 leaf
                    && IsByOwnAuthority(leaf, chain)
                ),
        };

    private bool IsByOwnAuthority(X509Certificate2 leaf, X509Chain? sent)
    {
        using var chain = new X509Chain { ChainPolicy = Policy() };
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(own);
        foreach (var between in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(between.Certificate);
        }

        return chain.Build(leaf);
    }

    // A certificate contains addresses of its issuer and of revocation lists. Whoever made it chose them, and fetching them would bypass
    // the guard.
    private static X509ChainPolicy Policy() => new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };

    private static X509Certificate2Collection Read(string? file)
    {
        X509Certificate2Collection read = [];
        if (file is { Length: > 0 })
        {
            read.ImportFromPemFile(file);
        }

        return read;
    }
}
