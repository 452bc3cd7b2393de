using Magpie.Model.Library;
using Magpie.Model.Texts;

namespace Magpie.Tests.Model.Library;

public sealed class LabelTests
{
    [Theory]
    [InlineData("😀", "x")]
    [InlineData("👩‍👩‍👧‍👦", "")]
    [InlineData("e\u0301\u0323", "abcdefghijklmnopqrs")]
    public void What_is_said_of_a_label_that_is_too_long_cuts_no_character_in_two(string character, string before)
    {
        var (_, violation) = Label.Read(before + string.Concat(Enumerable.Repeat(character, 61)));

        var quoted = violation!.Message.Split('*', '…')[1];
        Assert.Equal("label-too-long", violation.Code);
        Assert.InRange(quoted.Length, 1, 20);
        Assert.True(PlainText.IsClean(quoted));
        Assert.Equal(0, (quoted.Length - before.Length) % character.Normalize().Length);
    }

    [Fact]
    public void One_character_that_is_longer_than_the_place_for_it_is_cut_between_its_parts()
    {
        var (_, violation) = Label.Read("😀" + string.Concat(Enumerable.Repeat("\u200D😀", 40)));

        Assert.True(PlainText.IsClean(violation!.Message));
    }
}
