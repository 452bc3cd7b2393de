using Magpie.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Magpie.Platform.Web;

/// <summary>
/// Reads text bodies in UTF-8, and cleans JSON with <see cref="CleanJson"/>. Runs after everything that can refuse a request without its
/// body, and only for routes that read one: a body is kept in memory, which a stranger must not fill.
/// </summary>
internal sealed class TextBodies(RequestDelegate next)
{
    /// <summary>From somebody who is not signed in: an address, a password, a name.</summary>
    private const int MaxAnonymousBytes = 16 * 1024;

    private static readonly RuleViolation NotUtf8 = new RuleViolation("media-type", "Send the body in UTF-8.").With(("reason", "notUtf8"));

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is not { } route || route.GetMetadata<IAcceptsMetadata>() is null)
        {
            await next(http);
            return;
        }

        if (!TakeAsUtf8(http.Request))
        {
            await Problems.Of(NotUtf8).ExecuteAsync(http);
            return;
        }

        if (http.Request.HasJsonContentType())
        {
            if (
                route.GetMetadata<IAllowAnonymous>() is not null
                && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
            )
            {
                limit.MaxRequestBodySize = MaxAnonymousBytes;
            }

            if (!await TakeJsonAsync(http))
            {
                return;
            }
        }

        await next(http);
    }

    /// <summary>False when a response was sent already.</summary>
    private static async Task<bool> TakeJsonAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException refused)
        {
            http.Response.StatusCode = refused.StatusCode;
            return false;
        }

        if (body.Length == 0)
        {
            return true; // Whether it may be left out is known to the route.
        }

        var (clean, violation) = CleanJson.Read(body.GetBuffer().AsSpan(0, (int)body.Length));
        if (violation is not null)
        {
            await Problems.Of(violation).ExecuteAsync(http);
            return false;
        }

        http.Request.Body = clean!;
        return true;
    }

    /// <summary>The framework only knows the encoding's name without quotes, and fails for unknown ones.</summary>
    private static bool TakeAsUtf8(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return true; // Nothing that a route takes.
        }

        if (type.Charset.Length > 0 && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        type.Charset = default;
        request.ContentType = type.ToString();
        return true;
    }
}
