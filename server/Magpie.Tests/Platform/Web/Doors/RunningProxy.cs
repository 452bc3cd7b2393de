using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Magpie.Tests.Conventions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web.Doors;

/// <summary>
/// A proxy with the configuration of docs/guide/proxies.md: only ports, certificate and Magpie's address are this test's.
/// </summary>
internal sealed class RunningProxy : IAsyncDisposable
{
    public const string Name = "media.example.org";

    private readonly TestFolder folder = new();
    private readonly ConcurrentQueue<string> lines = new();
    private readonly int port = ServerProcess.FreePort();
    private readonly int plainPort = ServerProcess.FreePort();
    private Process? process;

    /// <summary>
    /// Traefik, of which Debian has no package: the program that MAGPIE_TEST_TRAEFIK names, or one on the PATH. Null where there is none.
    /// </summary>
    public static string? Traefik { get; } = FindTraefik();

    public static async Task<RunningProxy> StartAsync(string program, Uri behind)
    {
        var proxy = new RunningProxy();
        proxy.Certify();
        var start = program switch
        {
            "nginx" => proxy.Nginx(behind),
            "caddy" => proxy.Caddy(behind),
            _ => proxy.TraefikAt(Traefik!, behind),
        };
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        proxy.process = new Process { StartInfo = start };
        proxy.process.OutputDataReceived += (_, line) => proxy.lines.Enqueue(line.Data ?? "");
        proxy.process.ErrorDataReceived += (_, line) => proxy.lines.Enqueue(line.Data ?? "");
        proxy.process.Start();
        proxy.process.BeginOutputReadLine();
        proxy.process.BeginErrorReadLine();
        using var http = proxy.NewVisitor(IPAddress.Loopback);
        await ApiUser.WaitForAsync(() => proxy.AnswersAsync(http), answers => answers);
        return proxy;
    }

    /// <summary>The block of code of that language in the guide.</summary>
    public static string Example(string language, int ordinal = 0) =>
        Regex
            .Matches(
                File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "guide", "proxies.md")),
                $"^```{language}\n(.*?)^```",
                RegexOptions.Singleline | RegexOptions.Multiline
            )[ordinal]
            .Groups[1]
            .Value;

    /// <summary>Somebody whose machine has that address.</summary>
    public HttpClient NewVisitor(IPAddress address) => new(From(address, port)) { BaseAddress = new($"https://{Name}:{port}") };

    /// <summary>Somebody who writes http.</summary>
    public HttpClient NewPlainVisitor() => new(From(IPAddress.Loopback, plainPort)) { BaseAddress = new($"http://{Name}:{plainPort}") };

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Dispose();
    }

    private static string? FindTraefik()
    {
        if (Environment.GetEnvironmentVariable("MAGPIE_TEST_TRAEFIK") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"MAGPIE_TEST_TRAEFIK={named} is no file.");
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "traefik"))
            .FirstOrDefault(File.Exists);
    }

    private static SocketsHttpHandler From(IPAddress address, int to) =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            SslOptions = new() { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject is "CN=source" },
            ConnectCallback = async (_, ct) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(address, 0));
                await socket.ConnectAsync(IPAddress.Loopback, to, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        Assert.False(process!.HasExited, $"The proxy ended: {string.Join('\n', lines)}");
        try
        {
            using var answer = await http.GetAsync("/health/live");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }

    private void Certify()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue([Name]);
        File.WriteAllText(At("fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(At("privkey.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    private ProcessStartInfo Nginx(Uri behind)
    {
        var servers = Example("nginx")
            .Replace("listen 80;", $"listen 127.0.0.1:{plainPort};", StringComparison.Ordinal)
            .Replace("listen [::]:80;", "", StringComparison.Ordinal)
            .Replace("listen 443 ssl http2;", $"listen 127.0.0.1:{port} ssl http2;", StringComparison.Ordinal)
            .Replace("listen [::]:443 ssl http2;", "", StringComparison.Ordinal)
            .Replace("/etc/letsencrypt/live/media.example.org", folder.Path, StringComparison.Ordinal)
            .Replace("127.0.0.1:5280", behind.Authority, StringComparison.Ordinal);
        var temporary = string.Concat(
            ((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(kind => $"{kind}_temp_path {At(kind)};\n")
        );
        File.WriteAllText(
            At("nginx.conf"),
            $"daemon off;\npid {At("pid")};\nerror_log stderr;\n{(Environment.UserName is "root" ? "user root;\n" : "")}events "
                + $"{{}}\nhttp {{\naccess_log off;\n{temporary}{servers}}}\n"
        );
        return new("nginx", ["-p", folder.Path, "-c", At("nginx.conf"), "-e", "stderr"]);
    }

    private ProcessStartInfo Caddy(Uri behind)
    {
        var site = Example("caddyfile")
            .Replace(
                $"{Name} {{",
                $"https://{Name}:{port} {{\n    bind 127.0.0.1\n    tls {At("fullchain.pem")} {At("privkey.pem")}",
                StringComparison.Ordinal
            )
            .Replace("127.0.0.1:5280", behind.Authority, StringComparison.Ordinal);
        File.WriteAllText(At("Caddyfile"), $"{{\n    admin off\n    auto_https disable_redirects\n    skip_install_trust\n}}\n{site}");
        var start = new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", At("Caddyfile")]);
        (start.Environment["HOME"], start.Environment["XDG_DATA_HOME"], start.Environment["XDG_CONFIG_HOME"]) = (
            folder.Path,
            folder.Path,
            folder.Path
        );
        return start;
    }

    /// <summary>
    /// The resolver stays, but has nothing to do as the certificate is there; neither it nor the look for a new version may leave this
    /// machine.
    /// </summary>
    private ProcessStartInfo TraefikAt(string program, Uri behind)
    {
        var outside = Example("yaml")
            .Replace("\":80\"", $"\"127.0.0.1:{plainPort}\"", StringComparison.Ordinal)
            .Replace("\":443\"", $"\"127.0.0.1:{port}\"", StringComparison.Ordinal)
            .Replace(
                "tlsChallenge: {}",
                $"tlsChallenge: {{}}\n      caServer: https://127.0.0.1:{ServerProcess.FreePort()}",
                StringComparison.Ordinal
            )
            .Replace("/var/lib/traefik", folder.Path, StringComparison.Ordinal)
            .Replace("/etc/traefik", folder.Path, StringComparison.Ordinal);
        var inside = Example("yaml", 1).Replace("127.0.0.1:5280", behind.Authority, StringComparison.Ordinal);
        File.WriteAllText(At("traefik.yaml"), $"{outside}global:\n  checkNewVersion: false\n  sendAnonymousUsage: false\n");
        File.WriteAllText(
            At("magpie.yaml"),
            $"{inside}tls:\n  certificates:\n    - certFile: {At("fullchain.pem")}\n      keyFile: {At("privkey.pem")}\n"
        );
        return new(program, [$"--configFile={At("traefik.yaml")}"]);
    }

    private string At(string name) => Path.Combine(folder.Path, name);
}
