using Magpie.Model.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Magpie.Features.Imports;

/// <summary>Writes what a method of <see cref="Import"/> has changed, in one statement and only to the rows that are asked for.</summary>
internal static class ImportWriting
{
    /// <summary>False: the row is not in the state any more that the change starts from.</summary>
    /// <param name="import">As it was read. It stays so, as whoever tries again after an error needs the lease that it was read with.</param>
    /// <param name="columns">What this change sets beyond the columns of the state.</param>
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

    /// <summary>As above, where the change was made already.</summary>
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
                .SetProperty(i => i.DuplicateOfId, after.DuplicateOfId)
                .SetProperty(i => i.EndedAt, after.EndedAt);
            columns?.Invoke(set, after);
        }) == 1;

    /// <summary>How far it is. False as above.</summary>
    public static async Task<bool> WriteProgressAsync(this IQueryable<Import> rows, Import import) =>
        await rows.ExecuteUpdateAsync(set =>
            set.SetProperty(i => i.Name, import.Name)
                .SetProperty(i => i.Format, import.Format)
                .SetProperty(i => i.ReceivedBytes, import.ReceivedBytes)
                .SetProperty(i => i.TotalBytes, import.TotalBytes)
        ) == 1;
}
