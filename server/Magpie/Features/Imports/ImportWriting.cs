using Magpie.Model.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Magpie.Features.Imports;

/// <summary>Writes what a method of <see cref="Import"/> has changed, in one statement, and only to rows that match.</summary>
internal static class ImportWriting
{
    /// <summary>False when the row is no longer in the state that the change starts from.</summary>
    /// <param name="import">As it was read. It is not changed, because whoever tries again after an error needs the lease that it was read
    /// with.</param>
    /// <param name="columns">Columns that this change sets in addition to those of the state.</param>
    public static Task<bool> ChangeAsync(
        this IQueryable<Import> rows,
        Import import,
        Action<Import> change,
        Action<UpdateSettersBuilder<Import>, Import>? columns = null
    )
    {
        var after = import.Copy();
        change(after);
        return rows.WriteAsync(after, columns);
    }

    /// <summary>As above, for a change that was made already.</summary>
    public static async Task<bool> WriteAsync(
        this IQueryable<Import> rows,
        Import after,
        Action<UpdateSettersBuilder<Import>, Import>? columns = null
    ) =>
        await rows.ExecuteUpdateAsync(set =>
        {
            set.SetProperty(i => i.State, after.State)
                .SetProperty(i => i.Attempts, after.Attempts)
                .SetProperty(i => i.Lease, after.Lease)
                .SetProperty(i => i.LeaseUntil, after.LeaseUntil)
                .SetProperty(i => i.ReservedBytes, after.ReservedBytes)
                .SetProperty(i => i.ReceivedBytes, after.ReceivedBytes)
                .SetProperty(i => i.FailureCode, after.FailureCode)
                .SetProperty(i => i.FailureMessage, after.FailureMessage)
                .SetProperty(i => i.FailureMembers, after.FailureMembers)
                .SetProperty(i => i.DuplicateOfId, after.DuplicateOfId)
                .SetProperty(i => i.EndedAt, after.EndedAt);
            columns?.Invoke(set, after);
        }) == 1;

    /// <summary>Writes the progress. False as above.</summary>
    public static async Task<bool> WriteProgressAsync(this IQueryable<Import> rows, Import import) =>
        await rows.ExecuteUpdateAsync(set =>
            set.SetProperty(i => i.Name, import.Name)
                .SetProperty(i => i.Format, import.Format)
                .SetProperty(i => i.ReceivedBytes, import.ReceivedBytes)
                .SetProperty(i => i.TotalBytes, import.TotalBytes)
        ) == 1;
}
