namespace Magpie.Platform.Intake;

internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddScoped<FormatRules>();
        services.AddScoped<AssetIntake>();
    }
}
