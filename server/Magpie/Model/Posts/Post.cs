namespace Magpie.Model.Posts;

public enum PostState
{
    Draft,
    Scheduled,
    Due,
    Published,
    Missed,
}

/// <summary>A plan to publish assets on one profile. A post is not an asset: changing one never changes the other.</summary>
public sealed class Post
{
    public const int MaxTitleLength = 500;
    public const int MaxCaptionLength = 100_000;
    public const int MaxAltTextLength = 5_000;
    public const int MaxAddressLength = 2_000;
    public const int MaxAssets = 50;

    public Post() => SetId = Id;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid ProfileId { get; set; }

    /// <summary>Posts on several profiles that were made together have the same; a post that stands alone has its own id.</summary>
    public Guid SetId { get; set; }

    /// <summary>What it does not share with the others of its set.</summary>
    public IReadOnlyList<PostPart> Own { get; set; } = [];

    public required Guid CreatedById { get; init; }
    public required DateTime CreatedAt { get; init; }

    public PostState State { get; internal set; }

    /// <summary>Where on the network: <c>instagram.reel</c>.</summary>
    public string Surface { get; set; } = "";

    /// <summary>By a person; else it follows from the media.</summary>
    public bool SurfaceChosen { get; set; }

    /// <summary>Only some surfaces have one.</summary>
    public string? Title { get; set; }
    public string Caption { get; set; } = "";
    public string? FirstComment { get; set; }
    public List<PostAsset> Assets { get; private init; } = [];

    /// <summary>The wall time in <see cref="TimeZone"/> that was planned; null for a draft without a time.</summary>
    public DateTime? LocalTime { get; private set; }

    public string? TimeZone { get; private set; }

    /// <summary>Of an hour that comes twice, the later one.</summary>
    public bool LaterOccurrence { get; private set; }

    /// <summary>In UTC. Computed from the wall time and the rules of its time zone.</summary>
    public DateTime? ScheduledAt { get; internal set; }

    /// <summary>The month, <c>202611</c>, whose limit it counts against; null when it counts against none.</summary>
    public int? CountsIn { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Where the published post can be seen.</summary>
    public string? PublishedUrl { get; private set; }

    /// <summary>Raised by every change that a person makes. Whoever saves sends the version that they saw.</summary>
    public int Version { get; private set; }

    public Guid? ChangedById { get; private set; }
    public DateTime? ChangedAt { get; private set; }

    public DateTime? DeletedAt { get; private set; }

    /// <summary>The media it had when it was deleted, for a later restore. A deleted post holds no media.</summary>
    public string? DeletedAssets { get; private set; }

    public bool IsPublished => State is PostState.Published;

    /// <summary>Why its text, media and time cannot be changed; null when they can.</summary>
    public RuleViolation? EditBlocker =>
        IsPublished
            ? new("post-published", "This post is published, so its text and media stay as they were. Duplicate it to say something else.")
            : null;

    public void Touch(Guid byId, DateTime now) => (Version, ChangedById, ChangedAt) = (Version + 1, byId, now);

    /// <summary>For a draft, a time that is not binding; null removes it.</summary>
    public void SetPlannedTime(PlannedTime? time)
    {
        (LocalTime, TimeZone, LaterOccurrence, ScheduledAt) = (time?.Local, time?.TimeZone, time?.LaterOccurrence ?? false, time?.Utc);
        CountsIn = State is PostState.Draft ? null : time?.Month;
    }

    /// <summary>
    /// Schedules or moves it. The checklist decides whether its media and text are good enough, and the plan whether the month has room.
    /// </summary>
    public RuleViolation? Schedule(PlannedTime time, DateTime now)
    {
        if (EditBlocker is { } locked)
        {
            return locked;
        }

        if (time.Utc <= now)
        {
            return new RuleViolation(
                "time-past",
                $"{PostTime.Write(time.Local).Replace('T', ' ')} is over in {time.TimeZone}. Choose a time to come."
            ).With(("localTime", PostTime.Write(time.Local)), ("timeZone", time.TimeZone));
        }

        State = PostState.Scheduled;
        SetPlannedTime(time);
        return null;
    }

    /// <summary>
    /// What a post is left with when it becomes a draft: its time is not binding, and it no longer counts in its month. Also used by the
    /// statement that sends many posts back at once.
    /// </summary>
    public static (PostState State, int? CountsIn) Unscheduled => (PostState.Draft, null);

    /// <summary>Back to draft. The time stays as a suggestion, and the month has room for another post.</summary>
    public RuleViolation? Unschedule()
    {
        if (EditBlocker is { } locked)
        {
            return locked;
        }

        (State, CountsIn) = Unscheduled;
        return null;
    }

    /// <summary>A person has published it. Doing so again only changes the address.</summary>
    public RuleViolation? Publish(string? url, DateTime now)
    {
        if (State is PostState.Draft)
        {
            return new("post-is-draft", "This post is a draft. Schedule it first.");
        }

        (State, PublishedAt, PublishedUrl) = (PostState.Published, PublishedAt ?? now, url ?? PublishedUrl);
        return null;
    }

    /// <summary>Reminds again later: the time moves, the month that it counts in does not.</summary>
    public RuleViolation? Snooze(PlannedTime until, DateTime now)
    {
        if (State is not (PostState.Due or PostState.Missed))
        {
            return EditBlocker ?? new("post-not-due", "Only a post whose time has come can be snoozed. Move this one instead.");
        }

        var month = CountsIn;
        var violation = Schedule(until, now);
        CountsIn = month;
        return violation;
    }

    /// <summary>A published post goes on counting in its month; any other makes room.</summary>
    public void Delete(string assets, DateTime now)
    {
        (DeletedAt, DeletedAssets) = (now, assets);
        CountsIn = IsPublished ? CountsIn : null;
    }

    /// <summary>As it was. The caller checks the month's limit again.</summary>
    public void Restore()
    {
        (DeletedAt, DeletedAssets) = (null, null);
        CountsIn = State is PostState.Draft || LocalTime is not { } local ? null : CountsIn ?? local.Year * 100 + local.Month;
    }
}
