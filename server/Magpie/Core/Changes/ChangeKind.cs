namespace Magpie.Core.Changes;

/// <summary>What changed. Clients see these names in camel case.</summary>
internal enum ChangeKind
{
    Asset,
    Label,
    Import,
    Profile,
    Post,
}
