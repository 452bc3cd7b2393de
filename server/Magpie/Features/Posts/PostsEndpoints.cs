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
        profiles.MapGet("", ListProfiles.HandleAsync).Compressed().WithName("listProfiles").ProducesProblem(404);
        profiles
            .MapPost("", CreateProfile.HandleAsync)
            .WithName("createProfile")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        profiles.MapGet("/{profileId:guid}", GetProfile.HandleAsync).WithName("getProfile").ProducesProblem(404);
        profiles
            .MapPatch("/{profileId:guid}", EditProfile.HandleAsync)
            .WithName("editProfile")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        profiles
            .MapDelete("/{profileId:guid}", RemoveProfile.HandleAsync)
            .WithName("removeProfile")
            .ProducesProblem(403)
            .ProducesProblem(404);
        profiles
            .MapPost("/{profileId:guid}/restore", RestoreProfile.HandleAsync)
            .WithName("restoreProfile")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);

        var posts = api.MapGroup("/posts").WithTags("Posts");
        posts
            .MapFilteredGet("", ListPosts.HandleAsync)
            .Compressed()
            .WithName("listPosts")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesValidationProblem();
        posts.MapGet("/counts", CountPosts.HandleAsync).WithName("countPosts").ProducesProblem(400).ProducesProblem(404);
        posts
            .MapPost("", CreatePost.HandleAsync)
            .WithName("createPost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        posts.MapGet("/{postId:guid}", GetPost.HandleAsync).WithName("getPost").ProducesProblem(404);
        posts
            .MapPatch("/{postId:guid}", EditPost.HandleAsync)
            .WithName("editPost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        posts
            .MapDelete("/{postId:guid}", DeletePost.HandleAsync)
            .WithName("deletePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);
        posts.MapGet("/{postId:guid}/checklist", GetChecklist.HandleAsync).WithName("getChecklist").ProducesProblem(404);
        posts
            .MapMethods("/{postId:guid}/assets/{ordinal:int}/file", GetOrHead, GetPublishFile.HandleAsync)
            .WithName("getPublishFile")
            .ProducesProblem(404)
            .ProducesProblem(422);

        posts
            .MapPost("/{postId:guid}/schedule", SchedulePost.HandleAsync)
            .WithName("schedulePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        posts
            .MapPost("/{postId:guid}/unschedule", UnschedulePost.HandleAsync)
            .WithName("unschedulePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);
        posts
            .MapPost("/{postId:guid}/publish", PublishPost.HandleAsync)
            .WithName("publishPost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        posts
            .MapPost("/{postId:guid}/snooze", SnoozePost.HandleAsync)
            .WithName("snoozePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        posts
            .MapPost("/{postId:guid}/duplicate", DuplicatePost.HandleAsync)
            .WithName("duplicatePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesValidationProblem();
        posts
            .MapPost("/{postId:guid}/restore", RestorePost.HandleAsync)
            .WithName("restorePost")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
    }
}
