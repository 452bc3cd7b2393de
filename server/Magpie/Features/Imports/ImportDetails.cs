using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Media;

namespace Magpie.Features.Imports;

/// <summary>An import as the API shows it. Sizes in bytes, times in UTC; what is not known (yet) is null.</summary>
/// <param name="Id">The asset will have it.</param>
/// <param name="Url">The address that it comes from; null where it comes from a cloud.</param>
/// <param name="Asset">Where the asset is, once it is done.</param>
/// <param name="TotalBytes">As the other server declares it, or as the list of a cloud has told before; null while nobody has.</param>
/// <param name="DuplicateOf">The asset of the group that holds the same bytes already.</param>
public sealed record ImportDetails(
    Guid Id,
    Guid GroupId,
    AssetOrigin Origin,
    string? Url,
    string Name,
    ImportState Status,
    long ReceivedBytes,
    long? TotalBytes,
    MediaFormat? Format,
    ImportFailure? Failure,
    string? Asset,
    Guid? DuplicateOf,
    DateTime CreatedAt,
    DateTime? EndedAt
)
{
    internal static ImportDetails Of(Import import) =>
        new(
            import.Id,
            import.GroupId,
            import.Origin,
            import.SourceUrl,
            import.Name,
            import.State,
            import.ReceivedBytes,
            import.TotalBytes,
            import.Format,
            import.Failure is { } failure
                ? new(
                    failure.Code,
                    failure.Message,
                    ImportProblems.IsRetryable(failure.Code),
                    import.FailureMembers is null ? null : failure.Members
                )
                : null,
            import.State is ImportState.Done ? $"/api/assets/{import.Id}" : null,
            import.DuplicateOfId,
            import.CreatedAt,
            import.EndedAt
        );
}

/// <param name="Code">The tail of a problem's <c>urn:magpie:…</c> type.</param>
/// <param name="Reason">A sentence, in English.</param>
/// <param name="Members">The raw values in the sentence; null when it failed under a build that kept none.</param>
public sealed record ImportFailure(string Code, string Reason, bool Retryable, IReadOnlyDictionary<string, object?>? Members);
