using Magpie.Model.Media;
using Magpie.Model.Uploads;

namespace Magpie.Tests.Model.Uploads;

public sealed class UploadStateTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_takes_bytes_until_it_is_completed()
    {
        var upload = Receiving();
        upload.Advance(4, Now.AddHours(1));
        Assert.True(IsReceiving(upload));
        Assert.Equal((4L, Now.AddHours(1)), (upload.Offset, upload.ExpiresAt));

        var first = Guid.NewGuid();
        upload.Complete(MediaFormat.Png, first);
        Assert.False(IsReceiving(upload));
        Assert.Equal(
            (UploadState.Completed, upload.Length, MediaFormat.Png, first),
            (upload.State, upload.Offset, upload.Format, upload.DuplicateOfId)
        );
    }

    [Fact]
    public void What_is_cancelled_takes_no_more_bytes_and_is_remembered_for_a_while()
    {
        var upload = Receiving();
        upload.Cancel(Now.AddDays(1));

        Assert.False(IsReceiving(upload));
        Assert.Equal((UploadState.Cancelled, Now.AddDays(1)), (upload.State, upload.ExpiresAt));
    }

    private static bool IsReceiving(Upload upload) => Upload.IsReceiving(upload.Id).Compile()(upload);

    private static Upload Receiving() =>
        new()
        {
            WorkspaceId = Guid.Empty,
            GroupId = Guid.Empty,
            UserId = Guid.Empty,
            FileName = "photo.png",
            Length = 9,
            Labels = [],
            StartsAsDraft = false,
            CreatedAt = Now,
            ExpiresAt = Now.AddMinutes(1),
        };
}
