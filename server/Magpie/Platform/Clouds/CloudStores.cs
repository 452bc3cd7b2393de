using Magpie.Model.Imports;

namespace Magpie.Platform.Clouds;

internal sealed class CloudStores(IEnumerable<ICloudStore> stores)
{
    public ICloudStore this[CloudProvider provider] => stores.Single(store => store.Provider == provider);
}
