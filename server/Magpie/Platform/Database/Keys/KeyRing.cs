using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Database.Keys;

/// <summary>Checks the keys in the database at the start: that their key file exists, and that none is unencrypted.</summary>
internal sealed class KeyRing(MagpieDbContext db, KeyFile file, KeyLock keyLock, IOptions<KeyOptions> options, ILogger<KeyRing> log)
{
    // The format that the framework reads and writes.
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    /// <exception cref="StartRefusedException">The key file is missing, or it is another one.</exception>
    public async Task LockAsync(CancellationToken ct)
    {
        var keys = (await db.DataProtectionKeys.AsNoTracking().ToListAsync(ct)).ConvertAll(key => (key.Id, Xml: XElement.Parse(key.Xml)));
        var locked = keys.Where(key => key.Xml.Descendants(KeyLock.Locked).Any()).ToList();
        if (!file.Exists)
        {
            if (locked.Count > 0 && !options.Value.BeginAnew)
            {
                throw Refusal($"The key file {file.Path} is missing");
            }

            file.Make();
        }

        var id = file.Id;
        var lost = locked
            .Where(key => key.Xml.Descendants(KeyLock.Locked).Any(element => (string?)element.Attribute(KeyLock.By) != id))
            .Select(key => key.Id)
            .ToList();
        if (lost.Count > 0)
        {
            await GiveUpAsync(lost, ct);
        }

        await LockOpenOnesAsync(keys.Where(key => OpenIn(key.Xml).Any()), ct);
    }

    private async Task GiveUpAsync(List<int> lost, CancellationToken ct)
    {
        if (!options.Value.BeginAnew)
        {
            throw Refusal($"{file.Path} is not the key file that locked the keys in the database");
        }

        await db.DataProtectionKeys.Where(key => lost.Contains(key.Id)).ExecuteDeleteAsync(ct);
        log.LogWarning(
            "{Count} keys whose key file is lost were given up: everybody signs in again, and connects again with Dropbox and "
                + "Google Drive.",
            lost.Count
        );
    }

    /// <summary>Keys from before there was a key file. They stay valid, so that an update signs nobody out.</summary>
    private async Task LockOpenOnesAsync(IEnumerable<(int Id, XElement Xml)> open, CancellationToken ct)
    {
        var count = 0;
        foreach (var (id, xml) in open)
        {
            foreach (var element in OpenIn(xml).ToList())
            {
                var closed = keyLock.Encrypt(element);
                element.ReplaceWith(
                    new XElement(
                        Framework + "encryptedSecret",
                        new XAttribute("decryptorType", closed.DecryptorType.AssemblyQualifiedName!),
                        closed.EncryptedElement
                    )
                );
            }

            if (count++ == 0 && db is SqliteMagpieDbContext)
            {
                await db.Database.OpenConnectionAsync(ct);
                await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct); // Else what was there stays readable in the file.
            }

            var text = xml.ToString(SaveOptions.DisableFormatting);
            await db.DataProtectionKeys.Where(key => key.Id == id).ExecuteUpdateAsync(set => set.SetProperty(key => key.Xml, text), ct);
        }

        if (count == 0)
        {
            return;
        }

        if (db is SqliteMagpieDbContext)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = OFF", ct);
            await db.Database.CloseConnectionAsync();
        }

        log.LogWarning(
            "{Count} keys lay open in the database, and in backups made until now; they are locked with {Path} from here on.",
            count,
            file.Path
        );
    }

    private static IEnumerable<XElement> OpenIn(XElement xml) =>
        xml.Descendants().Where(element => (bool?)element.Attribute(Framework + "requiresEncryption") is true);

    private static StartRefusedException Refusal(string what) =>
        new($"{what}. Restore it from a backup, or bring it from where Magpie ran before. If it is lost for good, {KeyFile.BeginAnew}");
}

internal static class KeyRingSetup
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section).ValidateOnStart();
        services.AddSingleton<KeyFile>();
        services.AddSingleton<KeyLock>();
        services.AddSingleton<IXmlEncryptor>(provider => provider.GetRequiredService<KeyLock>());
        services.AddScoped<KeyRing>();
    }

    public static async Task LockKeysAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<KeyRing>().LockAsync(app.Lifetime.ApplicationStopping);
        }
        catch (Exception damaged) when (Outages.Of(damaged) is Outage.DatabaseDamaged)
        {
            // A damaged database is not changed, and whatever can be read is still served.
            app.Services.GetRequiredService<DatabaseState>().Note(damaged);
        }
    }
}
