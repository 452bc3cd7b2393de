using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Database;

/// <summary>
/// A PostgreSQL database belongs to one data folder, because that has the files that its rows refer to: both store the same id. A folder
/// has only one server at a time (<see cref="DataFolder.Hold"/>), so the database does too, and no lock must survive a restart. See
/// docs/decisions/0012.
/// </summary>
internal sealed class Installation(DataFolder data, IOptions<InstallationOptions> options)
{
    /// <exception cref="StartRefusedException">The database belongs to another folder.</exception>
    public async Task CheckAsync(MagpieDbContext db, CancellationToken ct)
    {
        var ours = await IdOfFolderAsync(ct);
        if (options.Value.TakeOver)
        {
            await db.InstallationSettings.Where(setting => setting.Name == InstallationSetting.Installation).ExecuteDeleteAsync(ct);
        }

        // Of two servers that start on a new database at once, the first one gets it.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"InstallationSettings\" (\"Name\", \"Value\") VALUES ({InstallationSetting.Installation}, {ours}) ON CONFLICT DO NOTHING",
            ct
        );
        var owner = await db
            .InstallationSettings.Where(setting => setting.Name == InstallationSetting.Installation)
            .Select(setting => setting.Value)
            .SingleAsync(ct);
        if (owner != ours)
        {
            throw new StartRefusedException(
                $"Magpie:Database:Postgres: this database belongs to another data folder than {data.Root}, with the files in it. "
                    + "Set MAGPIE_DATA to that folder, or Postgres to another database. "
                    + "Where that folder is gone and its files lie here, start once with Magpie__Installation__TakeOver=true."
            );
        }
    }

    /// <summary>
    /// Stored in the folder first: an id without a database does no harm, but a database whose id no folder has would belong to nobody.
    /// </summary>
    private async Task<string> IdOfFolderAsync(CancellationToken ct)
    {
        if (!File.Exists(data.Installation))
        {
            var made = $"{data.Installation}-{Guid.NewGuid():n}";
            await using (var file = new FileStream(made, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(Guid.CreateVersion7().ToString()));
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(made, data.Installation, overwrite: false);
            }
            catch (IOException) when (File.Exists(data.Installation))
            {
                File.Delete(made); // A command has made one at the same moment.
            }
        }

        return (await File.ReadAllTextAsync(data.Installation, ct)).Trim();
    }
}
