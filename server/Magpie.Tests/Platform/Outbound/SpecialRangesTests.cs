using System.Net;
using Magpie.Platform.Outbound;

namespace Magpie.Tests.Platform.Outbound;

public sealed class SpecialRangesTests
{
    [Theory]
    [MemberData(nameof(ForbiddenAddresses.OfEveryRange), MemberType = typeof(ForbiddenAddresses))]
    public void An_address_of_a_special_range_is_not_public(string address) =>
        Assert.False(SpecialRanges.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(ForbiddenAddresses.OfThePublicInternet), MemberType = typeof(ForbiddenAddresses))]
    public void The_neighbours_of_the_special_ranges_are_public(string address) =>
        Assert.True(SpecialRanges.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(ForbiddenAddresses.Texts), MemberType = typeof(ForbiddenAddresses))]
    public void What_is_no_plain_https_address_is_not_taken_for_one(string text) => Assert.False(OutboundAddress.TryRead(text, out _));

    [Theory]
    [InlineData("  https://media.example/a.jpg  ", "https://media.example/a.jpg")]
    [InlineData("HTTPS://Media.Example/a b.jpg", null)]
    [InlineData("https://media.example/a.jpg?size=1&k=v#part", "https://media.example/a.jpg?size=1&k=v")]
    [InlineData("https://bücher.example/ü.jpg", "https://bücher.example/%C3%BC.jpg")]
    [InlineData("https://media.example:8443/", "https://media.example:8443/")]
    public void A_plain_https_address_is_taken_without_its_fragment(string text, string? read)
    {
        Assert.Equal(read is not null, OutboundAddress.TryRead(text, out var address));
        Assert.Equal(read, address?.AbsoluteUri);
    }
}
