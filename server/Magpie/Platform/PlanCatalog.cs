using Magpie.Model.Billing;

namespace Magpie.Platform;

/// <summary>What each plan includes; <c>Magpie:Plans:Starter:StorageBytes</c> and so on override it.</summary>
internal sealed class PlanCatalog(IConfiguration configuration)
{
    private readonly Dictionary<PlanName, Plan> plans = new()
    {
        [PlanName.Free] = new(50_000_000, Videos: false),
        [PlanName.Starter] = new(2_000_000_000, Videos: true),
        [PlanName.Professional] = new(10_000_000_000, Videos: true),
        [PlanName.Enterprise] = new(null, Videos: true),
    };

    public Plan this[PlanName name]
    {
        get
        {
            var section = configuration.GetSection($"Magpie:Plans:{name}");
            var plan = plans[name];
            return new(section.GetValue("StorageBytes", plan.StorageBytes), section.GetValue("Videos", plan.Videos));
        }
    }
}
