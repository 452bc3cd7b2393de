using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>Asks the database when somebody got no answer from it, and again until it answers.</summary>
internal sealed class DatabaseWatch(IServiceScopeFactory scopes, DatabaseState state, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task asking = Task.CompletedTask;

    /// <summary>
    /// Returns when <see cref="DatabaseState"/> is up to date. However many callers wait, the database is asked once at a time.
    /// </summary>
    public Task AskAsync()
    {
        lock (gate)
        {
            // On another thread, because SQLite blocks, and for seconds if something has locked the file.
            return asking = asking.IsCompleted ? Task.Run(LookAsync) : asking;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await state.WaitForDoubtAsync(stoppingToken);
            await AskAsync().WaitAsync(stoppingToken);
            while (state.Unavailable is not null)
            {
                await Task.Delay(Pause, time, stoppingToken);
                await AskAsync().WaitAsync(stoppingToken);
            }
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            // A query that must read: a connection may look open when it is not.
            await scope
                .ServiceProvider.GetRequiredService<MagpieDbContext>()
                .InstallationSettings.AsNoTracking()
                .OrderBy(setting => setting.Name)
                .Select(setting => setting.Name)
                .FirstOrDefaultAsync();
            state.NoteAnswer();
        }
        catch (Exception error) when (error is not (OutOfMemoryException or ObjectDisposedException))
        {
            if (Outages.Of(error) is Outage.DatabaseDamaged)
            {
                state.Note(error);
            }
            else
            {
                state.NoteSilence(Outages.ReasonOf(error));
            }
        }
    }
}
