using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>Asks the database when somebody got no answer from it, and again until it gives one.</summary>
internal sealed class DatabaseWatch(IServiceScopeFactory scopes, DatabaseState state, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task asking = Task.CompletedTask;

    /// <summary>
    /// Returns when <see cref="DatabaseState"/> knows what is true now. However many ask, the database is asked once at a time.
    /// </summary>
    public Task AskAsync()
    {
        lock (gate)
        {
            // Elsewhere, because SQLite keeps the thread, and for seconds where something holds the file.
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
            // Something that has to be read: a connection may still look open from this end.
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
