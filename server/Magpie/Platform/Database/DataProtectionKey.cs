using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>
/// A key that signs session cookies. In the database, so that people stay signed in after a restart or on a second server; encrypted with a
/// key file next to it.
/// </summary>
public sealed class DataProtectionKey
{
    public int Id { get; private init; }
    public required string Xml { get; init; }
}

internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
        db.DataProtectionKeys.Add(new() { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
