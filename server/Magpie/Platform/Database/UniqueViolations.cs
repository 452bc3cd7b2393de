using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Magpie.Platform.Database;

internal static class UniqueViolations
{
    /// <summary>A unique index already has such a row, as opposed to a foreign key whose row is gone.</summary>
    public static bool IsUniqueViolation(this DbUpdateException refused) =>
        refused.InnerException
            is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
