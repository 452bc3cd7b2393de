using System.Text.RegularExpressions;
using Magpie.Model.Uploads;

namespace Magpie.Tests.Conventions;

public sealed partial class SideFileListTests
{
    [Theory]
    [InlineData("endings")]
    [InlineData("names")]
    [InlineData("beginnings")]
    [InlineData("folders")]
    public void The_server_and_the_web_app_leave_out_the_same_files(string list)
    {
        var script = File.ReadAllText(Path.Combine(SourceTree.Root, "web/src/features/uploads/sideFiles.ts"));
        var web = Regex.Match(script, $@"const {list} = \[(.*?)\];", RegexOptions.Singleline).Groups[1].Value;
        var server = list switch
        {
            "endings" => SideFiles.Endings,
            "names" => SideFiles.Names,
            "beginnings" => SideFiles.Beginnings,
            _ => SideFiles.Folders,
        };
        Assert.NotEmpty(server);
        Assert.Equal(
            server.Order(StringComparer.Ordinal),
            Quoted().Matches(web).Select(match => Regex.Unescape(match.Groups[1].Value)).Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
