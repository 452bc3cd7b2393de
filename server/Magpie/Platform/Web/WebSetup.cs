using System.Text.Json;
using System.Text.Json.Serialization;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Connections;

namespace Magpie.Platform.Web;

/// <summary>The pipeline around the routes: addresses, errors, headers, guards, the app's own files.</summary>
internal static class WebSetup
{
    public static void ConfigureWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls(builder.Configuration["MAGPIE_URLS"] is { Length: > 0 } urls ? urls : "http://127.0.0.1:5280");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Bodies of the API are small; uploads lift this limit and count for themselves.
            kestrel.Limits.MaxRequestBodySize = 1_000_000;
        });
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, LargeBlockPool>();
        builder.Services.Configure<HostOptions>(host =>
            (host.ShutdownTimeout, host.ServicesStartConcurrently) = (TimeSpan.FromSeconds(10), true)
        );

        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Customize);
        builder.Services.AddExceptionHandler<SecuredErrors>();
        builder.Services.AddValidation();
        builder.Services.AddApiDocument();
        builder.Services.AddHealthChecks();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.AllowDuplicateProperties = false; // Which of them counts would be anybody's guess.
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        builder.Services.AddDoors();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseMiddleware<Arrival>();
        app.UseForwardedHeaders();
        app.UseHttpMethodOverride();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<CleanText>();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseAppFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<TextBodies>();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapApiDocument();
        app.MapAppPages();
    }
}
