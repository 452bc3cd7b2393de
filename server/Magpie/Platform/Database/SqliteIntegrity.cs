using Microsoft.Data.Sqlite;

namespace Magpie.Platform.Database;

/// <summary>
/// At the start, reads a whole SQLite database once to check that it is what SQLite wrote. A small one is checked before the server reports
/// ready; a large one in the background, one table at a time, resting as long as it has read.
/// </summary>
internal sealed class SqliteIntegrity(DataFolder data, DatabaseState state, TimeProvider time, ILogger<SqliteIntegrity> log)
    : BackgroundService
{
    private const long SmallBytes = 64_000_000;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsSmall => new FileInfo(data.Database).Length < SmallBytes;

    /// <summary>Returns when a small database has been checked.</summary>
    public Task WaitAsync() => IsSmall ? Task.WhenAny(read.Task, Task.Delay(Timeout, time)) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A connection of its own without memory mapping: pages that are read once need not stay in memory.
            await using var connection = new SqliteConnection($"Data Source={data.Database};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(stoppingToken);
            var isSmall = IsSmall;
            foreach (var part in isSmall ? ["1"] : TablesOf(connection))
            {
                var begun = time.GetTimestamp();
                if (Check(connection, part) is { } fault)
                {
                    state.NoteDamage(fault);
                    return;
                }

                await Task.Delay(isSmall ? TimeSpan.Zero : time.GetElapsedTime(begun), time, stoppingToken);
            }

            state.NoteSound();
        }
        catch (SqliteException error)
        {
            state.Note(error);
            if (Outages.Of(error) is not Outage.DatabaseDamaged)
            {
                log.LogWarning("The database could not be checked for damage: {Reason}", Outages.ReasonOf(error));
            }
        }
        finally
        {
            read.TrySetResult();
        }
    }

    private static List<string> TablesOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add($"'{reader.GetString(0)}'");
        }

        return names;
    }

    /// <summary>The first fault, in SQLite's words.</summary>
    private static string? Check(SqliteConnection connection, string part)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA quick_check({part})";
        command.CommandTimeout = 0;
        return command.ExecuteScalar() is string answer and not "ok" ? answer.Split('\n')[^1] : null;
    }
}
