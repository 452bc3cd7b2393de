using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Magpie.Platform.Web;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>The one table of what a refusal's code answers with.</summary>
[RunsOnce]
public sealed partial class RefusalCodeTests
{
    internal static readonly IReadOnlySet<string> Table = ((IDictionary)Statuses.GetValue(null)!).Keys.Cast<string>().ToHashSet();
    private static readonly IReadOnlySet<string> Written = SourceTree.Of("Magpie").SelectMany(file => CodesIn(file.Text)).ToHashSet();

    private static FieldInfo Statuses => typeof(Problems).GetField("StatusOf", BindingFlags.NonPublic | BindingFlags.Static)!;

    [Fact]
    public void Every_code_of_a_refusal_has_a_status()
    {
        Assert.NotEmpty(Written);
        Assert.Empty(Written.Except(Table));
    }

    [Fact]
    public void Every_status_belongs_to_a_code_that_is_still_used() => Assert.Empty(Table.Except(Written));

    [Theory]
    [InlineData("""return new RuleViolation("too-late", why);""")]
    [InlineData("""RuleViolation Late => new("too-late", "Come earlier.");""")]
    [InlineData("""RuleViolation Late(string who) => new("too-late", $"{who} came too late.");""")]
    public void A_code_is_found_however_it_is_written(string source) => Assert.Equal(["too-late"], CodesIn(source));

    private static IEnumerable<string> CodesIn(string source) => Refusal().Matches(source).Select(match => match.Groups["code"].Value);

    // A code of one word could be another pair of texts, so a sentence must follow it.
    [GeneratedRegex(
        """(?:RuleViolation\(\s*"(?<code>[a-z-]+)"|\bnew\(\s*"(?:(?<code>[a-z]+-[a-z-]+)",|(?<code>[a-z]+)",\s*\$?"[A-Z*{]))"""
    )]
    private static partial Regex Refusal();
}
