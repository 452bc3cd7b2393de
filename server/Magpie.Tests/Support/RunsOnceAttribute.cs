using Xunit.v3;

namespace Magpie.Tests.Support;

/// <summary>
/// Tests to which it is all the same on which database the suite runs, because they ask none or choose their own: the run on PostgreSQL
/// leaves them out. See test.sh.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnceAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("runs", "once")];
}
