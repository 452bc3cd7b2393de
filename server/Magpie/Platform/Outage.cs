using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Magpie.Platform;

/// <summary>
/// A failure of the machine or the database, as opposed to a bug in Magpie: its sentence says everything, so no stack trace is logged.
/// </summary>
internal enum Outage
{
    /// <summary>The database does not answer, or not in time. Passes without anybody doing anything here.</summary>
    DatabaseUnavailable,

    /// <summary>The database is there, but its content is damaged.</summary>
    DatabaseDamaged,

    /// <summary>No space is left on Magpie's own disk or on PostgreSQL's.</summary>
    DiskFull,

    /// <summary>Files cannot be read or written: wrong owner, a read-only disk, or one that is broken or gone.</summary>
    StorageUnavailable,
}

internal static class Outages
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int InputOutput = 5; // EIO
    private const int NoSuchDevice = 19; // ENODEV
    private const int ReadOnlyFileSystem = 30; // EROFS
    private const int NotConnected = 107; // ENOTCONN
    private const int StaleHandle = 116; // ESTALE
    private const int QuotaExceeded = 122; // EDQUOT

    /// <summary>Null when it is none.</summary>
    public static Outage? Of(Exception? error) => Find(error).Outage;

    /// <summary>
    /// In the words of the component that noticed it, without addresses or paths, because anybody may ask for the status.
    /// </summary>
    public static string ReasonOf(Exception error) =>
        Find(error).Cause switch
        {
            PostgresException told => told.MessageText,
            SqliteException sqlite => raw.sqlite3_errstr(sqlite.SqliteErrorCode).utf8_to_string(),
            NpgsqlException { InnerException: { } inner } => inner.GetBaseException().Message,
            { } cause => cause.Message,
            null => error.Message,
        };

    /// <summary>For the terminal of whoever runs Magpie, with the address.</summary>
    public static string DetailOf(Exception error)
    {
        var cause = Find(error).Cause ?? error;
        var root = cause.GetBaseException();
        return cause == root || cause.Message.Contains(root.Message, StringComparison.Ordinal)
            ? cause.Message
            : $"{cause.Message.TrimEnd('.', ' ')}: {root.Message}";
    }

    private static (Outage? Outage, Exception? Cause) Find(Exception? error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (ItselfOf(cause) is { } outage)
            {
                return (outage, cause);
            }
        }

        return default;
    }

    private static Outage? ItselfOf(Exception error) =>
        error switch
        {
            PostgresException told => OfPostgres(told.SqlState),
            NpgsqlOperationInProgressException => null, // Ours: two things at once on one connection.
            NpgsqlException => Outage.DatabaseUnavailable,
            SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode),
            IOException { HResult: NoSpaceLeft or QuotaExceeded } => Outage.DiskFull,
            UnauthorizedAccessException
            or IOException { HResult: InputOutput or NoSuchDevice or ReadOnlyFileSystem or NotConnected or StaleHandle } =>
                Outage.StorageUnavailable,
            _ => null,
        };

    private static Outage? OfPostgres(string state) =>
        state switch
        {
            PostgresErrorCodes.DiskFull => Outage.DiskFull,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Outage.DatabaseDamaged,
            // Demoted to a standby, which only reads.
            PostgresErrorCodes.ReadOnlySqlTransaction => Outage.DatabaseUnavailable,
            // Too many clients, out of memory; starting, stopping, ended by an admin; unreachable; no such database, role or password any
            // more.
            [_, _, ..] when state[..2] is "53" or "57" or "58" or "08" or "28" or "3D" => Outage.DatabaseUnavailable,
            _ => null,
        };

    private static Outage? OfSqlite(int code, int extended) =>
        (code, extended) switch
        {
            (raw.SQLITE_FULL, _) or (_, raw.SQLITE_IOERR_SHMSIZE) => Outage.DiskFull,
            (raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB, _) => Outage.DatabaseDamaged,
            (raw.SQLITE_READONLY, _) => Outage.StorageUnavailable,
            (raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM, _) =>
                Outage.DatabaseUnavailable,
            _ => null,
        };
}
