using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Magpie.Tests.Support;

/// <summary>Someone at the other end of the wire, with the words of what people do.</summary>
public sealed class ApiUser
{
    /// <summary>What is awaited comes sooner on every machine; whoever waits for this long waits in vain.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90);

    public ApiUser(Uri address, string? token = null)
    {
        // Cookies are kept by hand because the handler of the factory's own clients would share them.
        Http = new HttpClient(
            new SocketsHttpHandler
            {
                CookieContainer = Cookies,
                AllowAutoRedirect = false,
                UseProxy = false,
            }
        )
        {
            BaseAddress = address,
        };
        if (token is not null)
        {
            Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>With which they signed in.</summary>
    public string Email { get; private set; } = TestApp.OwnerEmail;

    public Task<HttpResponseMessage> SignInAsync(string email = TestApp.OwnerEmail, string password = TestApp.OwnerPassword)
    {
        Email = email;
        return Http.PostAsJsonAsync("/api/session", new { email, password });
    }

    /// <summary>A personal access token; <paramref name="scope"/> is read or write.</summary>
    public async Task<(Guid Id, string Text)> MakeTokenAsync(string scope, Guid? groupId = null)
    {
        using var answer = await Http.PostAsJsonAsync(
            "/api/tokens",
            new
            {
                name = "for a test",
                scope,
                groupId,
            }
        );
        var made = await answer.ReadJsonAsync();
        return (made.GetProperty("id").GetGuid(), made.GetProperty("token").GetString()!);
    }

    public async Task<JsonElement> GetJsonAsync(string address)
    {
        using var answer = await Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"GET {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Into the trash and out of it for good.</summary>
    public async Task<HttpResponseMessage> DeleteForeverAsync(string asset)
    {
        using var trashed = await Http.DeleteAsync(asset);
        return trashed.IsSuccessStatusCode ? await Http.DeleteAsync($"{asset}?forever=true") : new(trashed.StatusCode);
    }

    /// <summary>One action on many assets; the answer is its results.</summary>
    public async Task<JsonElement> ActAsync(object request)
    {
        using var answer = await Http.PostAsJsonAsync("/api/assets/actions", request);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Uploads a file whole and answers its asset, understood.</summary>
    public async Task<JsonElement> AddAssetAsync(string path, string? name = null) =>
        await WaitUntilUnderstoodAsync(await UploadAsync(path, name));

    /// <summary>Uploads a file whole and answers the address of its asset, as yet being processed.</summary>
    public async Task<string> UploadAsync(string path, string? name = null)
    {
        using var answer = await new TusClient(Http).SendFileAsync(await File.ReadAllBytesAsync(path), name ?? Path.GetFileName(path));
        Assert.True(
            answer.StatusCode is HttpStatusCode.NoContent,
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}"
        );
        return answer.Headers.GetValues("Magpie-Asset").Single();
    }

    public Task<JsonElement> WaitUntilUnderstoodAsync(string asset) =>
        WaitForAsync(() => GetJsonAsync(asset), found => found.GetProperty("status").GetString() is not "processing");

    /// <summary>Asks until the answer is as wanted. There is no other way for a client to wait for the server's own work.</summary>
    /// <param name="progress">Where all of it may take long on a busy machine: what changes as long as it gets on, and renews the
    /// timeout.</param>
    public static async Task<T> WaitForAsync<T>(Func<Task<T>> ask, Func<T, bool> isWanted, Func<T, object>? progress = null)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(30));
        object? seen = null;
        while (true)
        {
            var answer = await ask();
            if (isWanted(answer))
            {
                return answer;
            }

            if (progress?.Invoke(answer) is { } now && !now.Equals(seen))
            {
                seen = now;
                timeout.CancelAfter(Timeout);
            }

            Assert.False(timeout.IsCancellationRequested, $"Waited {Timeout.TotalSeconds} s in vain; the last answer was {answer}");
            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>However long all of it takes, as long as it gets on.</summary>
    public static Task WaitUntilNoneIsLeftAsync(Func<Task<int>> left) => WaitForAsync(left, count => count <= 0, count => count);
}
