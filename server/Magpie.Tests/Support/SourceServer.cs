using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Magpie.Tests.Support;

/// <summary>Somebody else's web server: real https on this machine, with a certificate of an authority of its own.</summary>
public sealed class SourceServer : IAsyncDisposable
{
    public const string Name = "media.example";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> pages = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-source-");
    private readonly ConcurrentDictionary<string, IReadOnlySet<string>> open = new(); // Connections, and the pages that each has asked for.
    private int requests;

    /// <param name="certify">Makes its certificate; an ordinary one where that is left out.</param>
    internal SourceServer(Func<TestAuthority, X509Certificate2>? certify = null)
    {
        using var authority = new TestAuthority();
        AuthorityFile = Path.Combine(folder.FullName, "authority.pem");
        File.WriteAllText(AuthorityFile, authority.Pem);
        var certificate = certify?.Invoke(authority) ?? authority.Issue([Name, "127.0.0.1", "localhost"]);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MinResponseDataRate = null;
                // Offline: else the server itself would fetch what its certificate points at.
                var context = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
                kestrel.Listen(
                    IPAddress.Loopback,
                    0,
                    listen =>
                    {
                        listen.Use(CountAsync);
                        listen.UseHttps(
                            (_, _, _, _) => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = context }),
                            new()
                        );
                    }
                );
            });
        app = builder.Build();
        app.Run(AnswerAsync);
        app.Start();
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public int Port { get; }

    public string AuthorityFile { get; }

    public int Requests => Volatile.Read(ref requests);

    /// <summary>Connections that are open now.</summary>
    public int Connections => open.Count;

    /// <summary>Those of them that came for this page.</summary>
    public int ConnectionsFor(string url) => open.Values.Count(pages => pages.Contains(new Uri(url).AbsolutePath));

    /// <summary>The headers of the last request for a page.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Seen { get; } = new();

    /// <summary>The settings with which a server may fetch from here.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Magpie:Imports:AllowedNetworks:0", "127.0.0.1"),
            new("Magpie:Imports:AdditionalPorts:0", $"{Port}"),
            new("Magpie:Imports:CertificateAuthorityFile", AuthorityFile),
        ];

    public string Page(string path, RequestDelegate answer)
    {
        pages["/" + path] = answer;
        return $"https://127.0.0.1:{Port}/{path}";
    }

    public string Put(string path, byte[] bytes, string? type = null) =>
        Page(
            path,
            async http =>
            {
                http.Response.ContentType = type;
                http.Response.ContentLength = bytes.Length;
                await http.Response.Body.WriteAsync(bytes);
            }
        );

    /// <summary>One of the test media, under its own name.</summary>
    public string Media(string name, string? path = null) => Put(path ?? name, FreeMedia.BytesOf(name));

    public string Status(string path, int status, string? location = null) =>
        Page(
            path,
            http =>
            {
                http.Response.StatusCode = status;
                if (location is not null)
                {
                    http.Response.Headers.Location = location;
                }

                return Task.CompletedTask;
            }
        );

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task CountAsync(ConnectionContext connection, Func<Task> next)
    {
        open[connection.ConnectionId] = new HashSet<string>();
        try
        {
            await next();
        }
        finally
        {
            open.TryRemove(connection.ConnectionId, out _);
        }
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        var path = http.Request.Path.Value!;
        open.AddOrUpdate(http.Connection.Id, _ => new HashSet<string> { path }, (_, asked) => new HashSet<string>(asked) { path });
        Seen[path] = http.Request.Headers.ToDictionary(
            header => header.Key,
            header => header.Value.ToString(),
            StringComparer.OrdinalIgnoreCase
        );
        if (pages.TryGetValue(path, out var page))
        {
            await page(http);
        }
        else
        {
            http.Response.StatusCode = 404;
        }
    }
}
