using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Web.Doors;

/// <summary>The start of absolute addresses. Never taken from the <c>Host</c> header, which the sender chooses.</summary>
internal sealed class PublicAddress(IOptions<DoorOptions> options, IServer server)
{
    /// <summary>
    /// Without a trailing slash. On the machine itself the address that the server listens on will do; null when only an operator can know.
    /// </summary>
    public string? For(HttpContext http) =>
        options.Value.PublicAddress?.GetLeftPart(UriPartial.Authority)
        ?? (HostNames.IsLoopback(http.Request.Host) ? Listening(http.Request.Host.Host) : null);

    /// <param name="loopback">So that the browser keeps everything of this visit under the name of this machine that it was opened
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
