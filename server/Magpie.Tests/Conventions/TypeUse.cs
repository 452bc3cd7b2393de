using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Magpie.Tests.Conventions;

/// <summary>One type of the product names another one, in its signature or in its code.</summary>
/// <param name="From">Full name, without the types that the compiler makes inside of it.</param>
internal sealed record TypeUse(string From, string To)
{
    /// <summary>Where <see cref="From"/> lies: <c>Magpie.Features.Uploads</c>.</summary>
    public string FromFolder => FolderOf(From);

    public string ToFolder => FolderOf(To);

    /// <summary>All of an assembly, each once. What Entity Framework has written is left out.</summary>
    public static IReadOnlyList<TypeUse> In(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        return
        [
            .. from type in module.GetAllTypes()
            from used in UsedBy(type)
            from part in Parts(used)
            where part.Scope == module && part.Namespace.Length + (part.DeclaringType?.FullName.Length ?? 0) > 0
            select new TypeUse(Outermost(type), Outermost(part)) into use
            where use.From != use.To && !IsGenerated(use.From) && !IsGenerated(use.To)
            group use by use into same
            select same.Key,
        ];
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. type.CustomAttributes.Select(one => one.AttributeType),
            .. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
            .. type.Fields.Select(one => one.FieldType),
            .. type.Methods.SelectMany(UsedBy),
        ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(one => one.ParameterType),
            .. method.CustomAttributes.Select(one => one.AttributeType),
            .. method.HasBody ? method.Body.Variables.Select(one => one.VariableType) : [],
            .. method.HasBody ? method.Body.Instructions.SelectMany(UsedBy) : [],
        ];

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
            TypeSpecification composed => Parts(composed.ElementType),
            _ => [type],
        };

    private static string Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;

    private static bool IsGenerated(string type) =>
        type.Contains(".Compiled.", StringComparison.Ordinal)
        || type.Contains(".Migrations.", StringComparison.Ordinal)
        || type.Contains('<', StringComparison.Ordinal);

    private static string FolderOf(string type) => type.Contains('.', StringComparison.Ordinal) ? type[..type.LastIndexOf('.')] : "";
}
