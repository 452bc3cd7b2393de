using System.Net.Http.Json;
using Magpie.Features.Accounts.Passwords;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts.Passwords;

public sealed class GuessedPasswordTests
{
    [Theory]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop")]
    [InlineData("iloveyou123")]
    [InlineData("Password2026!")]
    [InlineData("  QWERTY12345  ")]
    [InlineData("!!dragon99!!")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("00000000000")]
    public async Task What_is_tried_first_is_common(string password) => Assert.True(await GuessedPasswords.IsCommonAsync(password));

    [Theory]
    [InlineData(TestApp.OwnerPassword)]
    [InlineData("three for a girl")]
    [InlineData("Zaunkönig im Efeu")]
    [InlineData("ивы над рекой 7")]
    [InlineData("# Permission is hereby granted, free of charge, to any person obtaining")]
    public async Task What_is_not_on_the_list_is_not(string password) => Assert.False(await GuessedPasswords.IsCommonAsync(password));

    [Fact]
    public async Task The_setup_refuses_a_common_password_and_one_s_own_address_with_a_sentence()
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();

        foreach (
            var (password, sentence) in new[]
            {
                ("password123", "This password is one of the first that attackers try. Choose another one; a few random words work well."),
                ("OLGA-OLSEN@example.org", "Don’t use your e-mail address as the password. Choose another one."),
                ("olga-olsen", "Don’t use your e-mail address as the password. Choose another one."),
            }
        )
        {
            using var answer = await visitor.Http.PostAsJsonAsync(
                "/api/setup",
                new
                {
                    email = "olga-olsen@example.org",
                    password,
                    name = "Olga",
                }
            );
            var problem = await answer.ShouldBeProblemAsync(400, "invalid-request");
            Assert.Equal(sentence, problem.GetProperty("errors").GetProperty("password")[0].GetString());
            Assert.StartsWith(
                "password-",
                problem.GetProperty("codes").GetProperty("password")[0].GetProperty("code").GetString(),
                StringComparison.Ordinal
            );
        }

        Assert.True((await visitor.GetJsonAsync("/api/setup")).GetProperty("required").GetBoolean());
    }
}
