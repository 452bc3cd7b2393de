using Quartz;

namespace Magpie.Features.Accounts.Sessions;

/// <summary>Every hour: deletes sessions that were not used for as long as one lasts.</summary>
[DisallowConcurrentExecution]
internal sealed class SessionSweep(SessionStore store) : IJob
{
    public static readonly JobKey Key = new("session-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await store.EndExpiredAsync(cancellationToken);
}
