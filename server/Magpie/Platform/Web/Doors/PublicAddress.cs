using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>What an absolute address begins with. Never what a request has in <c>Host</c>, which whoever sends it chooses.</summary>
internal sealed class PublicAddress(IOptions<DoorOptions> options, IServer server)
{
    /// <summary>
    /// Without a trailing slash. On the machine itself what the server listens on will do; null where only an operator can know.
    /// </summary>
    public string? For(HttpContext http) =>
        options.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)
        ?? (HostNames.IsLoopback(http.Request.Host) ? Listening(http.Request.Host.Host) : null);

    /// <param name="loopback">The browser keeps what belongs to this visit under the one name of this machine that it was opened
    /// with.</param>
    private string? Listening(string loopback) =>
        server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.Select(BindingAddress.Parse)
            .FirstOrDefault(address => !address.IsUnixPipe && !address.IsNamedPipe)
            is { } first
            ? $"{first.Scheme}://{loopback}:{first.Port}"
            : null;
}
