using System.Reflection;

namespace Magpie.Tests.Conventions;

/// <summary>Rules over the compiled types. Each returns what breaks it, in words.</summary>
internal static class TypeRules
{
    /// <summary>Interfaces that have one implementation so far, and why they are interfaces all the same.</summary>
    public static readonly IReadOnlyDictionary<string, string> SingleImplementations = new Dictionary<string, string>
    {
        ["IBlobStore"] = "S3 is the second one; BlobStoreContract is there for it.",
        ["IUploadStaging"] = "S3 is the second one; UploadStagingContract is there for it.",
    };

    public static IEnumerable<string> InterfacesHaveSeveralImplementations(IReadOnlyList<Type> types) =>
        from type in types
        where type.IsInterface && !SingleImplementations.ContainsKey(type.Name) && Implementations(type, types) < 2
        select $"{type.FullName} has {Implementations(type, types)} implementation(s)";

    public static IEnumerable<string> SingleImplementationsAreStillSingle(IReadOnlyList<Type> types) =>
        from name in SingleImplementations.Keys
        let type = types.SingleOrDefault(type => type.IsInterface && type.Name == name)
        where type is null || Implementations(type, types) != 1
        select $"{name} is gone or has a second implementation: take it off the list";

    /// <summary>Validation skips records that are not public, without a word.</summary>
    public static IEnumerable<string> MessagesArePublic(IReadOnlyList<Type> types) =>
        from type in types
        where IsMessage(type) && !type.IsVisible
        select $"{type.FullName} is not public";

    /// <summary>Two types of one name share one schema in the OpenAPI document.</summary>
    public static IEnumerable<string> MessagesHaveNamesOfTheirOwn(IReadOnlyList<Type> types) =>
        from type in types
        where IsMessage(type)
        group type by type.Name into sameName
        where sameName.Count() > 1 || sameName.Key is "Request" or "Response"
        select string.Join(" and ", sameName.Select(type => type.FullName));

    private static bool IsMessage(Type type) =>
        type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null
        && (type.Namespace?.Contains(".Features.", StringComparison.Ordinal) ?? false)
        && (type.IsVisible || Endings.Any(type.Name.EndsWith));

    private static readonly string[] Endings = ["Request", "Response", "Summary", "Details", "Page"];

    private static int Implementations(Type contract, IEnumerable<Type> types) =>
        types.Count(type => type is { IsInterface: false, IsAbstract: false } && contract.IsAssignableFrom(type));
}
