using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>
/// A PATCH of an upload whose body comes as a test sends it. A client of .NET would not read the answer before it has sent all.
/// </summary>
internal sealed class HangingPatch(TcpClient connection) : IDisposable
{
    /// <param name="length">That the request promises.</param>
    public static async Task<HangingPatch> BeginAsync(
        IApp app,
        ApiUser member,
        string upload,
        long offset,
        long length,
        string? token = null
    )
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(app.Address.Host, app.Address.Port);
        var who = token is null ? $"Cookie: {member.Cookies.GetCookieHeader(app.Address)}" : $"Authorization: Bearer {token}";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            PATCH {upload} HTTP/1.1
            Host: {app.Address.Authority}
            {who}
            Tus-Resumable: 1.0.0
            Content-Type: application/offset+octet-stream
            Upload-Offset: {offset}
            Content-Length: {length}


            """
        );
        var patch = new HangingPatch(connection);
        await patch.SendAsync(Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")));
        return patch;
    }

    public async Task SendAsync(byte[] bytes) => await connection.GetStream().WriteAsync(bytes);

    /// <summary>The status and all of the answer as text.</summary>
    public async Task<(int Status, string Text)> AnswerAsync()
    {
        using var timeout = new CancellationTokenSource(ApiUser.Timeout);
        var (text, buffer) = (new StringBuilder(), new byte[8192]);
        while (!IsWhole(text.ToString()))
        {
            var read = await connection.GetStream().ReadAsync(buffer, timeout.Token);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        var answer = text.ToString();
        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        return (int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture), answer);
    }

    public void Dispose() => connection.Dispose();

    private static bool IsWhole(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end >= 0
            && (
                answer.Contains("\r\n0\r\n\r\n", StringComparison.Ordinal)
                || !answer[..end].Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)
                    && !answer[..end].Contains("Content-Length", StringComparison.OrdinalIgnoreCase)
                || answer.TrimEnd().EndsWith('}')
            );
    }
}
