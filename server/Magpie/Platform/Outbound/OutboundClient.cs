using System.Diagnostics;
using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Options;

#pragma warning disable RS0030 // See OutboundNetwork.

namespace Magpie.Platform.Outbound;

/// <summary>
/// The only way to an address that somebody else chose. Each connection is new, made to an address that was checked a moment before;
/// nothing is kept between two fetches. See docs/decisions/0008.
/// </summary>
internal sealed class OutboundClient : IDisposable
{
    private const int MaxRedirects = 5;
    private const int MaxDials = 4;
    private const int MaxHeaderKilobytes = 32;

    private readonly AddressGuard guard;
    private readonly OutboundNetwork network;
    private readonly OutboundOptions options;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker http;

    public OutboundClient(AddressGuard guard, OutboundNetwork network, IOptions<OutboundOptions> options, TimeProvider time)
    {
        (this.guard, this.network, this.options, this.time) = (guard, network, options.Value, time);
        http = new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, ct) => await ConnectAsync(context.DnsEndPoint, ct),
                SslOptions = new CertificateTrust(options.Value).ForClient(),
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                PreAuthenticate = false,
                Credentials = null,
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                MaxResponseHeadersLength = MaxHeaderKilobytes,
                MaxResponseDrainSize = 0,
                ConnectTimeout = options.Value.ReachTimeout,
                PooledConnectionLifetime = TimeSpan.Zero,
            }
        );
    }

    /// <summary>Answers with the head of what is there, whatever its status; the body is read from it piece by piece.</summary>
    /// <exception cref="OutboundException">It cannot be reached, or leads in circles.</exception>
    public async Task<OutboundAnswer> SendAsync(OutboundRequest request, CancellationToken ct)
    {
        var deadline = new OutboundDeadline(request.Timeout, options.IdleTimeout, time, ct);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                var began = time.GetTimestamp();
                var answer = await ReachAsync(request, began, deadline);
                if (!request.FollowsRedirects || answer.RedirectTo is not { } location)
                {
                    return answer;
                }

                answer.Close();
                if (redirects == MaxRedirects)
                {
                    throw new OutboundException(OutboundFault.TooManyRedirects);
                }

                request = OutboundAddress.TryFollow(request.Address, location, out var next)
                    ? request.At(next)
                    : throw await UnreachableAsync(time.GetTimestamp(), null, deadline);
            }
        }
        catch
        {
            deadline.Dispose();
            throw;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<OutboundAnswer> ReachAsync(OutboundRequest request, long began, OutboundDeadline deadline)
    {
        try
        {
            if (!guard.AllowsPort(request.Address.Port))
            {
                throw await UnreachableAsync(began, null, deadline);
            }

            using var message = request.ToMessage();
            var response = await http.SendAsync(message, deadline.Begin(options.ReachTimeout + options.IdleTimeout));
            return new(request.Address, response, deadline);
        }
        catch (OperationCanceledException given) when (deadline.WasGivenUp)
        {
            throw new OutboundException(OutboundFault.TooSlow, given);
        }
        catch (Exception failed)
            when (failed is HttpRequestException or AuthenticationException or (IOException and not OutboundException)
                || (failed is OperationCanceledException && !deadline.IsCancelled)
            )
        {
            throw await UnreachableAsync(began, failed, deadline);
        }
    }

    private async Task<OutboundException> UnreachableAsync(long began, Exception? why, OutboundDeadline deadline)
    {
        if (options.ReachTimeout - time.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            await Task.Delay(left, time, deadline.Caller);
        }

        return new OutboundException(OutboundFault.Unreachable, why);
    }

    private async Task<Stream> ConnectAsync(DnsEndPoint wanted, CancellationToken ct)
    {
        // Resolved once: what is checked here is what is connected to. One bad address among good ones disqualifies them all, because that
        // is how a name is made to mean one thing to a check and another to a connection.
        var addresses = await network.ResolveAsync(wanted.Host, ct).WaitAsync(ct);
        var own = network.OwnAddresses();
        if (addresses.Length == 0 || !addresses.All(address => guard.Allows(wanted.Host, address, own)))
        {
            throw new HttpRequestException("No address behind this name may be connected to.");
        }

        Exception? last = null;
        foreach (var address in addresses.Take(MaxDials))
        {
            try
            {
                return await network.DialAsync(
                    new(SpecialRanges.IsPublic(address) ? address : SpecialRanges.Plain(address), wanted.Port),
                    ct
                );
            }
            catch (System.Net.Sockets.SocketException unanswered)
            {
                last = unanswered;
            }
        }

        throw new HttpRequestException("None of its addresses answers.", last);
    }
}
