using Magpie.Features.Posts.Actions;
using Magpie.Features.Posts.Profiles;
using Magpie.Features.Posts.Publishing;
using Magpie.Platform.Web;

namespace Magpie.Features.Posts;

/// <summary>Profiles, and the posts that are planned on them. See docs/guide/posts.md.</summary>
internal static class PostsEndpoints
{
    private static readonly string[] GetOrHead = ["GET", "HEAD"];

    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        var profiles = api.MapGroup("/profiles").WithTags("Profiles");
        profiles.MapGet("", ListProfiles.HandleAsync).Compressed().WithName("listProfiles").Refuses(404);
        profiles.MapPost("", CreateProfile.HandleAsync).WithName("createProfile").Refuses(403, 404, 409, 422).ProducesValidationProblem();
        profiles.MapGet("/{profileId:guid}", GetProfile.HandleAsync).WithName("getProfile").Refuses(404);
        profiles
            .MapPatch("/{profileId:guid}", EditProfile.HandleAsync)
            .WithName("editProfile")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        profiles.MapDelete("/{profileId:guid}", RemoveProfile.HandleAsync).WithName("removeProfile").Refuses(403, 404);
        profiles.MapPost("/{profileId:guid}/restore", RestoreProfile.HandleAsync).WithName("restoreProfile").Refuses(403, 404, 409);

        var posts = api.MapGroup("/posts").WithTags("Posts");
        posts.MapFilteredGet("", ListPosts.HandleAsync).Compressed().WithName("listPosts").Refuses(400, 404).ProducesValidationProblem();
        posts.MapGet("/counts", CountPosts.HandleAsync).WithName("countPosts").Refuses(400, 404);
        posts.MapPost("", CreatePost.HandleAsync).WithName("createPost").Refuses(403, 404, 409, 422).ProducesValidationProblem();
        posts.MapPost("/preview", PreviewPost.HandleAsync).WithName("previewPost").Refuses(403, 404, 409, 422).ProducesValidationProblem();
        posts
            .MapPost("/schedule", SchedulePosts.HandleAsync)
            .WithName("schedulePosts")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        posts
            .MapPost("/unschedule", UnschedulePosts.HandleAsync)
            .WithName("unschedulePosts")
            .Refuses(403, 404, 409)
            .ProducesValidationProblem();
        posts.MapGet("/{postId:guid}/set", GetPostSet.HandleAsync).WithName("getPostSet").Refuses(404);
        posts.MapGet("/{postId:guid}", GetPost.HandleAsync).WithName("getPost").Refuses(404);
        posts.MapPatch("/{postId:guid}", EditPost.HandleAsync).WithName("editPost").Refuses(403, 404, 409, 422).ProducesValidationProblem();
        posts.MapDelete("/{postId:guid}", DeletePost.HandleAsync).WithName("deletePost").Refuses(403, 404, 409);
        posts.MapGet("/{postId:guid}/checklist", GetChecklist.HandleAsync).WithName("getChecklist").Refuses(404);
        posts
            .MapMethods("/{postId:guid}/assets/{ordinal:int}/file", GetOrHead, GetPublishFile.HandleAsync)
            .WithName("getPublishFile")
            .Refuses(404, 422);

        posts.MapPost("/{postId:guid}/schedule", SchedulePost.HandleAsync).WithName("schedulePost").Refuses(403, 404, 409, 422);
        posts.MapPost("/{postId:guid}/unschedule", UnschedulePost.HandleAsync).WithName("unschedulePost").Refuses(403, 404, 409);
        posts
            .MapPost("/{postId:guid}/publish", PublishPost.HandleAsync)
            .WithName("publishPost")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        posts
            .MapPost("/{postId:guid}/snooze", SnoozePost.HandleAsync)
            .WithName("snoozePost")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        posts
            .MapPost("/{postId:guid}/duplicate", DuplicatePost.HandleAsync)
            .WithName("duplicatePost")
            .Refuses(403, 404, 409, 422)
            .ProducesValidationProblem();
        posts.MapPost("/{postId:guid}/restore", RestorePost.HandleAsync).WithName("restorePost").Refuses(403, 404, 409, 422);
    }
}
