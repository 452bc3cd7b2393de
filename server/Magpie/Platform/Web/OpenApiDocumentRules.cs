using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Magpie.Platform.Web;

internal static class OpenApiDocumentRules
{
    public static void Apply(OpenApiOptions options)
    {
        options.AddOperationTransformer((operation, _, _) => NameParametersAsInTheRest(operation));
        options.AddOperationTransformer((operation, context, _) => ListChoices(operation, context));
        options.AddSchemaTransformer((schema, context, _) => ListChoices(schema, context.JsonTypeInfo.Type));
        options.AddDocumentTransformer((document, _, _) => Introduce(document));
    }

    // Names of a record's properties are in C# case; every other name of the API is in camel case.
    private static Task NameParametersAsInTheRest(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In is ParameterLocation.Query) ?? [])
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        return Task.CompletedTask;
    }

    // For the generator, a type that parses itself from text is just text.
    private static Task ListChoices(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            var type = described.ParameterDescriptor?.ParameterType;
            if (
                type is not null
                && NamesOf(type) is { } names
                && operation.Parameters?.FirstOrDefault(p => string.Equals(p.Name, described.Name, StringComparison.OrdinalIgnoreCase))
                    is OpenApiParameter parameter
            )
            {
                parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = names };
            }
        }

        return Task.CompletedTask;
    }

    private static Task ListChoices(OpenApiSchema schema, Type type)
    {
        if (NamesOf(type) is { } names)
        {
            (schema.Type, schema.Enum) = (JsonSchemaType.String, names);
        }

        return Task.CompletedTask;
    }

    /// <summary>Null when it is not an enum.</summary>
    private static List<JsonNode>? NamesOf(Type type)
    {
        var choice = Nullable.GetUnderlyingType(type) ?? type;
        return choice.IsGenericType && choice.GetGenericTypeDefinition() == typeof(EnumName<>)
            ? [.. Enum.GetNames(choice.GenericTypeArguments[0]).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]
            : null;
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Magpie";
        document.Info.Version = "v1";
        document.Info.Description =
            "Programs send an access token, made in Settings: `Authorization: Bearer mgp_…`. "
            + "Errors are RFC 9457 problems with a stable type. Lists use limit and an opaque cursor. Sizes are bytes, times are UTC. "
            + "Whatever answers GET answers HEAD.";
        // Listed once, instead of again with each operation under the same id.
        foreach (var path in document.Paths.Values.Where(path => path.Operations?.ContainsKey(HttpMethod.Get) is true))
        {
            path.Operations!.Remove(HttpMethod.Head);
        }

        OneLineDescriptions.WriteIn(document);

        // An enum that is optional in one place does not allow null everywhere.
        foreach (
            var choice in document.Components?.Schemas?.Values.OfType<OpenApiSchema>().Where(schema => schema.Enum is { Count: > 0 }) ?? []
        )
        {
            choice.Enum = [.. choice.Enum!.Where(name => name is not null && !name.IsJsonNullSentinel())];
        }

        // The address a document was fetched from does not belong in it; two machines would never agree.
        document.Servers = [];
        return Task.CompletedTask;
    }
}
