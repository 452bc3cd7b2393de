using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Texts;
using Magpie.Model.Uploads;

namespace Magpie.Model.Library;

public enum AssetStatus
{
    Processing,
    Ready,
    Draft,
    Failed,
}

public enum AssetOrigin
{
    Upload,
    Url,
    Dropbox,
    GoogleDrive,
    Ai,
}

/// <summary>A media item: one image or video in a library, and what people add to it.</summary>
public sealed class Asset
{
    public const int MaxNoteLength = 10_000;
    public const int MaxAltTextLength = 2_000;

    private static readonly RuleViolation TooDemanding = new(
        "processing-never-ended",
        "Processing was begun several times and never came to an end. The file may be too demanding for this server; "
            + "retry, or upload it smaller."
    );

    /// <summary>Days that a deleted asset can be restored.</summary>
    public const int TrashDays = 30;

    /// <summary>A version 7 id, the same as that of the upload or import it came from.</summary>
    public required Guid Id { get; init; }

    /// <summary>The key for lists and search; see <see cref="AssetPosition"/>.</summary>
    public required long Position { get; init; }

    public required Guid WorkspaceId { get; init; }
    public required Guid GroupId { get; set; }
    public required Guid CreatedById { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required AssetOrigin Origin { get; init; }

    /// <summary>The address it was fetched from, as the person entered it.</summary>
    public string? SourceUrl { get; init; }

    public required string Name
    {
        get;
        set => (field, SearchName) = (value, FileNames.ForSearch(value));
    }

    /// <summary>The name as search compares it. Stored, because databases cannot fold case in every script.</summary>
    public string SearchName { get; private set; } = "";

    public required MediaKind Kind { get; init; }
    public required MediaFormat Format { get; init; }

    /// <summary>Size of the original in bytes; what counts towards storage.</summary>
    public required long Bytes { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required string OriginalKey { get; init; }

    public string? Note { get; private set; }
    public DateTime? NoteChangedAt { get; private set; }
    public Guid? NoteChangedById { get; private set; }

    /// <summary>Describes the picture for people who cannot see it.</summary>
    public string? AltText { get; private set; }

    /// <summary>Added by a contributor: once processed, it waits for an editor.</summary>
    public required bool StartsAsDraft { get; init; }

    public int? Width { get; private set; }
    public int? Height { get; private set; }
    public double? DurationSeconds { get; private set; }
    public double? FrameRate { get; private set; }
    public string? VideoCodec { get; private set; }
    public string? AudioCodec { get; private set; }
    public bool Animated { get; private set; }

    /// <summary>
    /// When it was taken, in UTC. For pictures processed before Magpie stored both times, this may be the camera's local time.
    /// </summary>
    public DateTime? CapturedAt { get; private set; }

    /// <summary>The camera's local time, without a time zone.</summary>
    public DateTime? CapturedLocal { get; private set; }

    public string? Camera { get; private set; }

    /// <summary>The surfaces whose recommendations it meets, one bit each; see <see cref="SurfaceMasks"/>.</summary>
    public long FitsIdeal { get; private set; }

    /// <summary>The surfaces whose requirements it meets.</summary>
    public long FitsUsable { get; private set; }

    /// <summary>The surfaces that have rules for this kind of file.</summary>
    public long FitsJudged { get; private set; }

    /// <summary>A WebP of about 16 px, shown until a larger picture has loaded.</summary>
    public byte[]? Placeholder { get; private set; }

    public List<Rendition> Renditions { get; private init; } = [];

    public AssetStatus Status { get; private set; } = AssetStatus.Processing;

    /// <summary>The sentence, in English.</summary>
    public string? Failure { get; private set; }

    /// <summary>Null also where it failed before there were codes.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>The values in the sentence, as JSON.</summary>
    public string? FailureMembers { get; private set; }

    /// <summary>When it was moved to the trash; null while it is in the library.</summary>
    public DateTime? TrashedAt { get; private set; }

    public Guid? TrashedById { get; private set; }

    /// <summary>How many posts use it, in any state. Maintained by database triggers.</summary>
    public int PostCount { get; private init; }

    /// <summary>Failed attempts to process it since the last success or manual retry.</summary>
    public int Attempts { get; private set; }

    /// <summary>Attempts that were interrupted for reasons that have nothing to do with the file.</summary>
    public int Interruptions { get; private set; }

    /// <summary>While processing: when somebody should start on it, or, once somebody has, by when they must be done.</summary>
    public DateTime? DueAt { get; private set; }

    public void AwaitProcessing(DateTime now) => DueAt = now;

    /// <summary>Starts an attempt. False when the asset no longer needs processing, or was interrupted too often.</summary>
    public bool BeginProcessing(DateTime now)
    {
        if (Status is not AssetStatus.Processing)
        {
            return false;
        }

        if (Interruptions >= ProcessingRules.MaxInterruptions)
        {
            Fail(TooDemanding);
            return false;
        }

        DueAt = now + ProcessingRules.Timeout;
        return true;
    }

    /// <summary>What the network rules look at. Only useful once the file is processed, because unknown values are not checked.</summary>
    public MediaSpec Spec => new(Format, Bytes, Width, Height, DurationSeconds, FrameRate, VideoCodec, AudioCodec, Animated);

    public SurfaceMasks Fits
    {
        get => new(FitsIdeal, FitsUsable, FitsJudged);
        set => (FitsIdeal, FitsUsable, FitsJudged) = (value.Ideal, value.Usable, value.Judged);
    }

    public void BecomeUnderstood(MediaFacts facts, byte[] placeholder, IEnumerable<Rendition> renditions)
    {
        (Width, Height, DurationSeconds, FrameRate) = (facts.Width, facts.Height, facts.DurationSeconds, facts.FrameRate);
        (VideoCodec, AudioCodec, Animated) = (facts.VideoCodec, facts.AudioCodec, facts.Animated);
        (CapturedAt, CapturedLocal, Camera, Placeholder) = (
            facts.CapturedAt,
            facts.CapturedLocal,
            facts.Camera is null ? null : PlainText.OneLine(facts.Camera),
            placeholder
        );
        Renditions.Clear();
        Renditions.AddRange(renditions);
        (Status, DueAt) = (StartsAsDraft ? AssetStatus.Draft : AssetStatus.Ready, null);
        SetFailure(null);
        (Attempts, Interruptions) = (0, 0);
    }

    /// <summary>The file cannot be processed. It stays, and a person may retry or delete it.</summary>
    public void Fail(RuleViolation because)
    {
        (Status, DueAt) = (AssetStatus.Failed, null);
        SetFailure(because);
    }

    private void SetFailure(RuleViolation? because) =>
        (Failure, FailureCode, FailureMembers) = (because?.Message, because?.Code, because is null ? null : Values.Write(because.Members));

    /// <summary>An attempt failed. Returns when to try again, or null when it has failed for good.</summary>
    public DateTime? MissAttempt(RuleViolation because, DateTime now)
    {
        Attempts++;
        return TryAgain(Attempts < ProcessingRules.MaxAttempts, because, now + ProcessingRules.AfterAttempt(Attempts));
    }

    /// <summary>Like <see cref="MissAttempt"/>, for failures that are not the file's fault.</summary>
    public DateTime? Interrupt(RuleViolation because, DateTime now)
    {
        Interruptions++;
        return TryAgain(Interruptions < ProcessingRules.MaxInterruptions, because, now + ProcessingRules.AfterInterruption(Interruptions));
    }

    /// <summary>
    /// The statuses that an editor may switch between: accept a draft, or take an accepted asset back. Bulk statements use the same list.
    /// </summary>
    public static IReadOnlyList<AssetStatus> EditorStatuses { get; } = [AssetStatus.Draft, AssetStatus.Ready];

    public RuleViolation? CheckTransition(AssetStatus wanted) =>
        (Status, wanted) switch
        {
            _ when EditorStatuses.Contains(Status) && EditorStatuses.Contains(wanted) => null,
            (AssetStatus.Processing, _) => new RuleViolation(
                "still-processing",
                $"*{Name}* is still being processed. Try again when it is done."
            ).With(("file", Name)),
            (AssetStatus.Failed, _) => new RuleViolation("has-failed", $"*{Name}* has failed. Retry it, or delete it.").With(
                ("file", Name)
            ),
            _ => new("status-not-yours", "Only draft and ready can be set; the others come by themselves."),
        };

    /// <summary>A person edits the texts; null clears one. Keeps who changed the note last, and when.</summary>
    public void Describe(string name, string? note, string? altText, Guid byId, DateTime now)
    {
        if (note != Note)
        {
            (NoteChangedAt, NoteChangedById) = (now, byId);
        }

        (Name, Note, AltText) = (name, note, altText);
    }

    /// <summary>It waits for an editor, or will once it is processed. Until then it must not leave the team.</summary>
    public bool AwaitsEditor => Status is AssetStatus.Draft || (StartsAsDraft && Status is not AssetStatus.Ready);

    /// <summary>A person asks to try a failed asset again.</summary>
    public RuleViolation? Retry(DateTime now)
    {
        if (Status is not AssetStatus.Failed)
        {
            return new RuleViolation("not-failed", $"*{Name}* has not failed, so there is nothing to retry.").With(("file", Name));
        }

        (Status, Attempts, Interruptions) = (AssetStatus.Processing, 0, 0);
        SetFailure(null);
        AwaitProcessing(now);
        return null;
    }

    private DateTime? TryAgain(bool mayAgain, RuleViolation because, DateTime at)
    {
        if (!mayAgain)
        {
            Fail(because);
            return null;
        }

        DueAt = at;
        return at;
    }
}
