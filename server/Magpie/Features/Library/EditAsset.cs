using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>What is left out stays as it is; an empty text clears a note or an alt text.</summary>
/// <param name="Status"><c>draft</c> or <c>ready</c>; editors only.</param>
/// <param name="Expected">What the caller saw before the change. Where it is not so any more, somebody else was faster, and nothing is
/// changed.</param>
public sealed record EditAssetRequest(
    [property: StringLength(FileNames.MaxLength)] string? Name = null,
    [property: StringLength(Asset.MaxNoteLength)] string? Note = null,
    [property: StringLength(Asset.MaxAltTextLength)] string? AltText = null,
    AssetStatus? Status = null,
    ExpectedTexts? Expected = null
);

/// <summary>Texts as the caller saw them; an empty one means that there was none.</summary>
public sealed record ExpectedTexts(string? Name = null, string? Note = null, string? AltText = null);

internal static class EditAsset
{
    private static readonly RuleViolation NameNeeded = new("name-empty", "An asset needs a name.");

    public static async Task<Results<Ok<AssetDetails>, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        EditAssetRequest request,
        Caller caller,
        MagpieDbContext db,
        AssetReader reader,
        ChangeFeed changes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (request.Name is not null && string.IsNullOrWhiteSpace(request.Name))
        {
            return Problems.Of(NameNeeded);
        }

        if (request.Status is { } status)
        {
            if ((await db.FindRoleAsync(caller, asset.GroupId, ct))?.CheckManageLibrary() is { } notAllowed)
            {
                return Problems.Of(notAllowed);
            }

            if (asset.CheckTransition(status) is { } violation)
            {
                return Problems.Of(violation);
            }
        }

        if (!IsAsExpected(asset, request.Expected) || !await SaveAsync(asset, request, caller, db, time))
        {
            return await ConflictAsync(asset.Position, caller, reader, ct);
        }

        changes.Publish(new(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, [asset.Id], FieldsOf(request)));
        return TypedResults.Ok(await reader.ReadAsync(asset, caller, ct));
    }

    /// <summary>The changed fields, by their JSON names.</summary>
    private static IReadOnlyList<string> FieldsOf(EditAssetRequest request)
    {
        (string Name, object? Value)[] fields =
        [
            ("name", request.Name),
            ("note", request.Note),
            ("altText", request.AltText),
            ("status", request.Status),
        ];
        return [.. fields.Where(field => field.Value is not null).Select(field => field.Name)];
    }

    private static bool IsAsExpected(Asset asset, ExpectedTexts? expected) =>
        (expected?.Name is not { } name || name == PlainText.Clean(asset.Name))
        && (expected?.Note is not { } note || PlainText.Lines(note) == PlainText.Lines(asset.Note ?? ""))
        && (expected?.AltText is not { } altText || PlainText.Lines(altText) == PlainText.Lines(asset.AltText ?? ""));

    /// <summary>One statement, which changes the row only if it is still as it was read. Returns false when it is not.</summary>
    private static async Task<bool> SaveAsync(Asset asset, EditAssetRequest request, Caller caller, MagpieDbContext db, TimeProvider time)
    {
        var name = request.Name is null ? asset.Name : FileNames.Clean(request.Name);
        var note = request.Note is null ? asset.Note : TextOrNull(request.Note);
        var altText = request.AltText is null ? asset.AltText : TextOrNull(request.AltText);
        var status = request.Status;
        var (seenName, seenNote, seenAltText) = (asset.Name, asset.Note, asset.AltText);
        asset.Describe(name, note, altText, caller.UserId, time.GetUtcNow().UtcDateTime);
        // An asset that became ready in the meantime is not a conflict.
        var changed = await db
            .Assets.Where(a =>
                a.Position == asset.Position
                && a.Name == seenName
                && a.Note == seenNote
                && a.AltText == seenAltText
                && (status == null || a.Status == asset.Status)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.Name, asset.Name)
                        .SetProperty(a => a.SearchName, asset.SearchName)
                        .SetProperty(a => a.Note, asset.Note)
                        .SetProperty(a => a.NoteChangedAt, asset.NoteChangedAt)
                        .SetProperty(a => a.NoteChangedById, asset.NoteChangedById)
                        .SetProperty(a => a.AltText, asset.AltText)
                        .SetProperty(a => a.Status, a => status ?? a.Status),
                CancellationToken.None
            );
        return changed == 1;
    }

    private static async Task<Results<Ok<AssetDetails>, ProblemHttpResult>> ConflictAsync(
        long position,
        Caller caller,
        AssetReader reader,
        CancellationToken ct
    )
    {
        if (await reader.FindAsync(position, caller, ct) is not { } now)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var who = now.NoteChangedBy is { } person && person.Id != caller.UserId ? person.Name : "Somebody else";
        return Problems.Of(
            new RuleViolation("edited-meanwhile", $"{who} just changed this. Review their version, then save again.").With(
                ("who", now.NoteChangedBy?.Id == caller.UserId ? null : now.NoteChangedBy?.Name),
                ("name", now.Name),
                ("note", now.Note),
                ("altText", now.AltText)
            )
        );
    }

    private static string? TextOrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Lines(text).Trim();
}
