using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Magpie.Platform.Web;

internal static class OpenApiDocumentRules
{
    public static void Apply(OpenApiOptions options)
    {
        options.AddOperationTransformer((operation, _, _) => NameParametersAsInTheRest(operation));
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
    }

    // Names of a record's properties come in their C# case; every other name of the API is in camel case.
    private static Task NameParametersAsInTheRest(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In is ParameterLocation.Query) ?? [])
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        return Task.CompletedTask;
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Magpie";
        document.Info.Version = "v1";
        document.Info.Description = "Errors are RFC 9457 problems with a stable type. Lists use limit and an opaque cursor. Sizes are bytes, times are UTC.";
        // The address a document was fetched from is no part of it; with it, two machines would never agree.
        document.Servers = [];
        return Task.CompletedTask;
    }
}
