using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Media;

namespace Magpie.Tests.Model.Imports;

public sealed class ImportStateTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Until = Now.AddSeconds(45);
    private static readonly RuleViolation Odd = new("odd", "It is odd.");

    [Fact]
    public void Whoever_begins_it_holds_a_lease_and_starts_from_the_first_byte()
    {
        var import = Running();

        Assert.Equal((ImportState.Running, 1, 0L, Until), (import.State, import.Attempts, import.ReceivedBytes, import.LeaseUntil));

        import.Advance("a.jpg", MediaFormat.Jpeg, 7, 9);
        var lease = Guid.NewGuid();
        import.Begin(lease, Until.AddMinutes(1));
        Assert.Equal((lease, 2, 0L), (import.Lease, import.Attempts, import.ReceivedBytes));
        Assert.Equal(("a.jpg", 9L), (import.Name, import.TotalBytes));
    }

    [Fact]
    public void What_is_given_back_waits_as_if_it_had_not_been_begun()
    {
        var import = Running();
        import.GiveBack();

        Assert.Equal((ImportState.Waiting, 0, null, null), (import.State, import.Attempts, import.Lease, import.LeaseUntil));
    }

    [Fact]
    public void What_is_done_has_all_its_bytes_and_no_lease()
    {
        var import = Running();
        var first = Guid.NewGuid();
        import.Complete(12, first, Now);

        Assert.Equal((ImportState.Done, 12L, 12L, first), (import.State, import.ReceivedBytes, import.TotalBytes, import.DuplicateOfId));
        Assert.Equal((Now, null, null), (import.EndedAt, import.Lease, import.LeaseUntil));
    }

    [Fact]
    public void What_has_failed_says_why_until_somebody_retries_it()
    {
        var import = Running();
        import.Fail(Odd.With(("limitBytes", 12)), Now);
        Assert.Equal((ImportState.Failed, Now, null), (import.State, import.EndedAt, import.Lease));
        Assert.Equal((Odd.Code, Odd.Message), (import.Failure?.Code, import.Failure?.Message));
        Assert.Equal("12", import.Failure?.Members["limitBytes"]?.ToString());

        var token = Guid.NewGuid();
        Assert.Null(import.Retry(token));
        Assert.Equal(
            (ImportState.Waiting, null, null, 0, token),
            (import.State, import.Failure, import.EndedAt, import.Attempts, import.TokenId)
        );
    }

    [Theory, InlineData(AssetOrigin.Url, null), InlineData(AssetOrigin.Dropbox, 9L)]
    public void A_retry_forgets_the_size_where_another_file_may_be_by_now(AssetOrigin origin, long? size)
    {
        var import = Running(origin);
        import.Advance("a.jpg", MediaFormat.Jpeg, 7, 9);
        import.Fail(Odd, Now);
        import.Retry(null);

        Assert.Equal((size, 0L), (import.TotalBytes, import.ReceivedBytes));
    }

    [Fact]
    public void Only_what_has_failed_is_retried()
    {
        foreach (var import in (Import[])[Waiting(), Running(), Done()])
        {
            var before = import.State;
            Assert.Equal("not-failed", import.Retry(null)?.Code);
            Assert.Equal(before, import.State);
        }
    }

    [Fact]
    public void It_may_be_begun_while_it_waits_and_once_its_server_is_lost()
    {
        Assert.True(MayBegin(Waiting(), Now));
        Assert.False(MayBegin(Running(), Until));
        Assert.True(MayBegin(Running(), Until.AddSeconds(1)));
        Assert.False(MayBegin(Done(), Until.AddSeconds(1)));

        static bool MayBegin(Import import, DateTime at) => Import.MayBegin(at).Compile()(import);
    }

    [Fact]
    public void Only_who_has_its_lease_holds_it()
    {
        var import = Running();
        var isHeld = Import.IsHeld(import.Id, import.Lease).Compile();
        var isUnchanged = import.IsUnchanged().Compile();
        Assert.True(isHeld(import) && isUnchanged(import));

        import.Begin(Guid.NewGuid(), Until.AddMinutes(1));
        Assert.False(isHeld(import) || isUnchanged(import));

        import.Fail(Odd, Now);
        Assert.False(Import.IsHeld(import.Id, null).Compile()(import));
        Assert.True(Import.HasFailed(import.Id).Compile()(import));
    }

    private static Import Waiting(AssetOrigin origin = AssetOrigin.Url) =>
        new()
        {
            WorkspaceId = Guid.Empty,
            GroupId = Guid.Empty,
            UserId = Guid.Empty,
            Origin = origin,
            Address = "https://example.org/a.jpg",
            Name = "photo.jpg",
            IsNamed = false,
            Labels = [],
            StartsAsDraft = false,
            CreatedAt = Now,
        };

    private static Import Running(AssetOrigin origin = AssetOrigin.Url)
    {
        var import = Waiting(origin);
        import.Begin(Guid.NewGuid(), Until);
        return import;
    }

    private static Import Done()
    {
        var import = Running();
        import.Complete(1, null, Now);
        return import;
    }
}
