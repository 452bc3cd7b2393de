using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Magpie.Platform.Web;

/// <summary>Descriptions come from source comments, which are wrapped; in the document each is one line.</summary>
internal static partial class OneLineDescriptions
{
    public static void WriteIn(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
        {
            WriteIn(schema);
        }

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? (IEnumerable<OpenApiOperation>)[]))
        {
            foreach (var parameter in operation.Parameters ?? [])
            {
                Join(parameter);
            }
        }
    }

    private static void WriteIn(IOpenApiSchema schema)
    {
        Join(schema);
        // The target of a reference appears once, among the schemas.
        if (schema is OpenApiSchema here)
        {
            foreach (var part in (IEnumerable<IOpenApiSchema>)[.. here.Properties?.Values ?? [], .. here.OneOf ?? [], .. here.AllOf ?? []])
            {
                WriteIn(part);
            }
        }
    }

    private static void Join(IOpenApiDescribedElement element)
    {
        if (element.Description is { } text && LineEnd().IsMatch(text))
        {
            element.Description = LineEnd().Replace(text, " ");
        }
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineEnd();
}
