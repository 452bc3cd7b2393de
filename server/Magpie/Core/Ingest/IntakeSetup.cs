namespace Magpie.Core.Ingest;

internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddScoped<FormatRules>();
        services.AddScoped<AssetIntake>();
    }
}
