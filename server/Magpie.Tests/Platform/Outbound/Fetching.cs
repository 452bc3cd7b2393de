using Magpie.Platform.Outbound;
using Magpie.Tests.Support;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Platform.Outbound;

/// <summary>The client, with its guard or with the guard taken out, against one server and names of a test's own.</summary>
internal sealed class Fetching : IDisposable
{
    private readonly OutboundClient client;

    public Fetching(SourceServer server, bool guarded = true, Action<OutboundOptions>? change = null)
    {
        var options = new OutboundOptions
        {
            AllowedNetworks = guarded ? [] : ["0.0.0.0/0", "::/0"],
            CertificateAuthorityFile = server.AuthorityFile,
            // What is out of reach is told after all of this time, so most tests wait for it.
            ReachTimeout = TimeSpan.FromMilliseconds(guarded ? 150 : 2000),
            IdleTimeout = ApiUser.Timeout,
        };
        change?.Invoke(options);
        Names = new Names(server.Port).Mean(SourceServer.Name, [Names.Public]);
        client = new(new(Options.Create(options)), Names, Options.Create(options), TimeProvider.System);
    }

    public Names Names { get; }

    /// <summary>What came, or why nothing did.</summary>
    public async Task<(byte[]? Body, OutboundFault? Fault)> GetAsync(
        string address,
        TimeSpan? within = null,
        params KeyValuePair<string, string>[] headers
    )
    {
        if (!OutboundAddress.TryRead(address, out var read))
        {
            return (null, OutboundFault.Unreachable);
        }

        try
        {
            using var answer = await client.SendAsync(
                new(read) { Timeout = within ?? TimeSpan.FromSeconds(30), Headers = headers },
                CancellationToken.None
            );
            if (answer.Fault is { } fault)
            {
                return (null, fault);
            }

            using var body = new MemoryStream();
            var buffer = new byte[64 << 10];
            while (await answer.ReadAsync(buffer) is > 0 and var count)
            {
                body.Write(buffer, 0, count);
            }

            return (body.ToArray(), null);
        }
        catch (OutboundException ended)
        {
            return (null, ended.Fault);
        }
    }

    public void Dispose() => client.Dispose();
}
