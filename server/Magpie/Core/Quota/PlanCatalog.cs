using Magpie.Model.Billing;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Quota;

/// <summary>What each plan includes; <c>Magpie:Plans:Starter:StorageBytes</c> and so on override it.</summary>
internal sealed class PlanCatalog
{
    private readonly Dictionary<PlanName, Plan> plans = new()
    {
        [PlanName.Free] = new(50_000_000, Videos: false, PostsPerMonth: 10),
        [PlanName.Starter] = new(2_000_000_000, Videos: true, PostsPerMonth: 100),
        [PlanName.Professional] = new(10_000_000_000, Videos: true, PostsPerMonth: 500),
        [PlanName.Enterprise] = new(null, Videos: true, PostsPerMonth: null),
    };

    /// <exception cref="OptionsValidationException">A plan is configured to something that is none.</exception>
    public PlanCatalog(IConfiguration configuration)
    {
        foreach (var (name, plan) in plans.ToList())
        {
            var section = configuration.GetSection($"Magpie:Plans:{name}");
            plans[name] = new(
                section.GetValue("StorageBytes", plan.StorageBytes),
                section.GetValue("Videos", plan.Videos),
                section.GetValue("PostsPerMonth", plan.PostsPerMonth)
            );
            if (plans[name].StorageBytes < 0 || plans[name].PostsPerMonth < 0)
            {
                var key = plans[name].StorageBytes < 0 ? "StorageBytes" : "PostsPerMonth";
                throw new OptionsValidationException(nameof(PlanCatalog), typeof(Plan), [$"{section.Path}:{key}: must not be below 0."]);
            }
        }
    }

    public Plan this[PlanName name] => plans[name];
}
