using Magpie.Platform.Web.Outbound;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>How long an import may be silent before another server takes it over: longer than any of its steps can take.</summary>
internal sealed class ImportLeases(IOptions<OutboundOptions> outbound)
{
    private const int Hops = 6;

    public DateTime Until(DateTime now) => now + (Hops * (outbound.Value.ReachTimeout + outbound.Value.IdleTimeout)) + TimeSpan.FromMinutes(2);
}
