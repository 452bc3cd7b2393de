using System.Collections.Concurrent;
using System.Net;
using Magpie.Platform.Outbound;

namespace Magpie.Tests.Platform.Outbound;

/// <summary>
/// Names that mean what a test says, and wires that all end at one server of this machine, whatever address is dialled: so a test
/// sees to which addresses the product would have gone.
/// </summary>
internal sealed class Names(int port) : OutboundNetwork
{
    public const string Public = "93.184.215.14";

    private readonly Dictionary<string, Queue<string[]>> answers = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<IPEndPoint> Dialled { get; } = new();

    public ConcurrentQueue<string> AskedFor { get; } = new();

    public List<IPAddress> Own { get; } = [];

    /// <summary>What a name means the first time it is asked for, the second time, and so on; the last answer stays.</summary>
    public Names Mean(string name, params string[][] inTurn)
    {
        answers[name] = new(inTurn);
        return this;
    }

    public override Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct)
    {
        AskedFor.Enqueue(host);
        if (!answers.TryGetValue(host, out var inTurn))
        {
            // As systems do: a dot at the end changes nothing, and all below localhost is this machine.
            var bare = host.TrimEnd('.');
            return bare.EndsWith("localhost", StringComparison.OrdinalIgnoreCase)
                ? Task.FromResult<IPAddress[]>([IPAddress.Loopback])
                : base.ResolveAsync(bare, ct);
        }

        var answer = inTurn.Count > 1 ? inTurn.Dequeue() : inTurn.Peek();
        return Task.FromResult<IPAddress[]>([.. answer.Select(IPAddress.Parse)]);
    }

    public override Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken ct)
    {
        Dialled.Enqueue(endPoint);
        return base.DialAsync(new(IPAddress.Loopback, port), ct);
    }

    public override IReadOnlyCollection<IPAddress> OwnAddresses() => Own;
}
