using Microsoft.AspNetCore.OpenApi;

namespace Magpie.Platform.Web;

internal static class OpenApiDocumentRules
{
    public static void Apply(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Magpie";
        document.Info.Version = "v1";
        document.Info.Description = "Errors are RFC 9457 problems with a stable type. Lists use limit and an opaque cursor. Sizes are bytes, times are UTC.";
        // The address a document was fetched from is no part of it; with it, two machines would never agree.
        document.Servers = [];
        return Task.CompletedTask;
    });
}
