namespace Magpie.Platform.Outbound;

internal static class OutboundSetup
{
    public static void AddOutbound(this IServiceCollection services)
    {
        services.AddOptions<OutboundOptions>().BindConfiguration(OutboundOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OutboundNetwork>();
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<OutboundClient>();
    }
}
