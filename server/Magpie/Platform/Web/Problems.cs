using System.Text.Json;
using Magpie.Model;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Platform.Web;

/// <summary>Every problem type of the API (<c>urn:magpie:…</c>) and its status.</summary>
internal static class Problems
{
    private const string Prefix = "urn:magpie:";

    private static readonly Dictionary<string, int> StatusOf = new()
    {
        // Accounts
        ["wrong-credentials"] = 401,
        ["locked-out"] = 429,
        ["too-many-requests"] = 429,
        ["too-many-streams"] = 429,
        ["setup-done"] = 409,
        ["too-many-tokens"] = 409,
        ["cross-site"] = 403,
        ["unknown-host"] = 421,
        ["token-is-read-only"] = 403,
        ["session-needed"] = 403,
        ["not-allowed"] = 403,

        // Uploads
        ["too-large"] = 413,
        ["format-not-kept"] = 415,
        ["empty-file"] = 422,
        ["storage-full"] = 422,
        ["videos-not-in-plan"] = 422,
        ["upload-length-required"] = 422,
        ["upload-metadata"] = 400,
        ["upload-offset"] = 409,
        ["upload-busy"] = 423,
        ["upload-checksum"] = 460,
        ["upload-checksum-algorithm"] = 400,
        ["upload-overrun"] = 400,
        ["upload-chunk-type"] = 415,
        ["too-many-uploads"] = 429,
        ["storage-share"] = 429,
        ["upload-concat"] = 400,
        ["upload-cancelled"] = 410,
        ["tus-version"] = 412,
        ["damaged"] = 422,
        ["no-picture-track"] = 422,
        ["too-many-pixels"] = 422,
        ["too-many-frames"] = 422,
        ["too-many-scans"] = 422,
        ["too-many-cuts"] = 422,
        ["encrypted"] = 422,

        // Processing
        ["decoder-exhausted"] = 422,
        ["decoder-interrupted"] = 422,
        ["decoder-missing"] = 422,
        ["decoder-stopped"] = 422,
        ["decoder-timeout"] = 422,
        ["file-unreadable"] = 422,
        ["processing-interrupted"] = 422,
        ["processing-never-ended"] = 422,

        // Imports
        ["address-invalid"] = 422,
        ["address-unreachable"] = 422,
        ["address-needs-sign-in"] = 422,
        ["address-empty"] = 422,
        ["address-server-failed"] = 422,
        ["address-redirects"] = 422,
        ["address-compressed"] = 422,
        ["address-too-slow"] = 422,
        ["address-broke-off"] = 422,
        ["import-addresses"] = 422,
        ["import-interrupted"] = 422,
        ["too-many-imports"] = 429,
        ["import-files"] = 422,
        ["cloud-not-configured"] = 409,
        ["public-address-unknown"] = 409,
        ["cloud-not-connected"] = 409,
        ["cloud-connect-again"] = 409,
        ["cloud-not-allowed"] = 409,
        ["cloud-list-changed"] = 409,
        ["cloud-not-there"] = 404,
        ["cloud-not-given-out"] = 422,
        ["cloud-failed"] = 422,
        ["cloud-refuses-server"] = 422,
        ["cloud-busy"] = 429,

        // Library
        ["cursor"] = 400,
        ["limit"] = 400,
        ["month"] = 400,
        ["surface"] = 400,
        ["search-too-long"] = 400,
        ["invalid-request"] = 400,
        ["media-type"] = 415,
        ["not-failed"] = 409,
        ["still-processing"] = 409,
        ["has-failed"] = 409,
        ["status-not-yours"] = 422,
        ["edited-meanwhile"] = 409,
        ["held-by-posts"] = 409,
        ["in-trash"] = 409,
        ["not-in-trash"] = 409,
        ["not-shareable"] = 422,
        ["asset-is-draft"] = 409,
        ["name-empty"] = 422,
        ["label-empty"] = 422,
        ["label-too-long"] = 422,
        ["label-unreadable"] = 422,
        ["label-exists"] = 409,
        ["too-many-labels"] = 409,
        ["group-needed"] = 422,
        ["other-workspace"] = 422,

        // Profiles and posts
        ["profile-handle"] = 422,
        ["profile-exists"] = 409,
        ["profile-archived"] = 409,
        ["profile-picture"] = 422,
        ["time-zone"] = 422,
        ["local-time"] = 422,
        ["time-needed"] = 422,
        ["time-past"] = 422,
        ["snooze"] = 422,
        ["range"] = 400,
        ["post-surface"] = 422,
        ["post-media"] = 422,
        ["crop-invalid"] = 422,
        ["trim-invalid"] = 422,
        ["post-not-ready"] = 422,
        ["post-changed"] = 409,
        ["post-published"] = 409,
        ["post-in-set"] = 409,
        ["post-is-draft"] = 409,
        ["post-not-due"] = 409,
        ["posts-full"] = 422,
        ["web-address"] = 422,
        ["file-not-made"] = 422,

        // Anywhere
        ["not-found"] = 404,
        ["database-unavailable"] = 503,
        ["database-damaged"] = 500,
        ["disk-full"] = 507,
        ["storage-unavailable"] = 503,
    };

    public static ProblemHttpResult Of(RuleViolation violation) => Of(violation, StatusOf[violation.Code]);

    public static ProblemHttpResult Of(RuleViolation violation, int status) =>
        TypedResults.Problem(statusCode: status, title: violation.Message, type: Prefix + violation.Code, extensions: violation.Members);

    /// <summary>A service's result as an endpoint's response.</summary>
    public static Results<Ok<T>, ProblemHttpResult> OkOr<T>((T? Value, RuleViolation? Refusal) outcome) =>
        outcome.Value is { } value ? TypedResults.Ok(value) : Of(outcome.Refusal!);

    /// <summary>The framework's own refusals (no route, no session, an unreadable body) get the same format.</summary>
    public static void Customize(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Prefix, StringComparison.Ordinal) is true)
        {
            return;
        }

        if (problem is HttpValidationProblemDetails invalid)
        {
            // Fields are named as in the body.
            invalid.Errors = invalid.Errors.ToDictionary(error => JsonNamingPolicy.CamelCase.ConvertName(error.Key), error => error.Value);
            (problem.Type, problem.Title) = (Prefix + "invalid-request", "Some fields need another value.");
            problem.Extensions["reason"] = "fields";
            problem.Extensions.TryAdd(FieldErrors.Member, FieldErrors.Of(invalid.Errors));
            return;
        }

        (problem.Type, problem.Title) = problem.Status switch
        {
            400 => (Prefix + "invalid-request", problem.Title is null or "Bad Request" ? CleanJson.Unreadable.Message : problem.Title),
            401 => (Prefix + "signed-out", "You are signed out. Sign in and try again."),
            403 => (Prefix + "not-allowed", "Your role does not allow this. Ask an admin of the workspace."),
            404 => (Prefix + "not-found", "There is nothing at this address. It may have been deleted."),
            405 => (Prefix + "method-not-allowed", "This address does not know that method."),
            413 => (Prefix + "too-large", "The request is larger than this address accepts."),
            415 => (Prefix + "media-type", "Send the body as application/json."),
            429 => (Prefix + "too-many-requests", "Too many tries in a short time. Wait a minute and try again."),
            >= 500 => (Prefix + "server-error", "Something went wrong on our side. Nothing was lost; try again in a moment."),
            _ => (problem.Type, problem.Title),
        };
    }
}
