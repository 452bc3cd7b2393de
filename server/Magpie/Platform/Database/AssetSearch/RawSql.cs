using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Magpie.Platform.Database.AssetSearch;

internal static class RawSql
{
    /// <summary>
    /// One column of integers. Goes straight to the driver: EF Core would compile a query for each new combination of values, and wrap it
    /// in another SELECT.
    /// </summary>
    /// <param name="sql">With <c>{0}</c>, <c>{1}</c> … for the parameters.</param>
    public static async Task<List<long>> QueryLongsAsync(this MagpieDbContext db, string sql, object[] parameters, CancellationToken ct)
    {
        await using var open = await db.KeepOpenAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = Enumerable
            .Range(0, parameters.Length)
            .Select(at => (object)string.Create(CultureInfo.InvariantCulture, $"@p{at}"))
            .ToArray();
        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql, names);
        foreach (var (name, value) in names.Zip(parameters))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ((string)name, value);
            command.Parameters.Add(parameter);
        }

        var numbers = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await reader.ReadAsync(ct))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }
}
