using System.Net;

#pragma warning disable RS0030 // See OutboundNetwork.

namespace Magpie.Platform.Outbound;

/// <summary>
/// The response at an address: its header, and its body piece by piece. Disposing of it closes the connection, read or not.
/// </summary>
internal sealed class OutboundAnswer(Uri address, HttpResponseMessage response, OutboundDeadline deadline) : IDisposable
{
    private Stream? body;

    /// <summary>Where the last redirect led.</summary>
    public Uri Address { get; } = address;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The length that the other server declares: a hint, not a promise.</summary>
    public long? DeclaredLength => response.Content.Headers.ContentLength;

    /// <summary>As sent; only to be used through <c>FileNames.Clean</c>.</summary>
    public string? FileName =>
        response.Content.Headers.ContentDisposition is { } disposition
            ? (disposition.FileNameStar ?? disposition.FileName?.Trim('"'))
            : null;

    public string? RedirectTo =>
        Status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect
        && response.Headers.NonValidated.TryGetValues("Location", out var values)
            ? values.ToString()
            : null;

    /// <summary>The first byte of this part of the file, if a part was asked for and came.</summary>
    public long? PartFrom =>
        Status is HttpStatusCode.PartialContent && IsPlain && response.Content.Headers.ContentRange is { Unit: "bytes", From: { } from }
            ? from
            : null;

    /// <summary>Why this response is not a file; null when it is one, as far as the header tells.</summary>
    public OutboundFault? Fault =>
        Status switch
        {
            HttpStatusCode.OK when !IsPlain => OutboundFault.Compressed,
            HttpStatusCode.OK => null,
            HttpStatusCode.Unauthorized
            or HttpStatusCode.Forbidden
            or HttpStatusCode.PaymentRequired
            or HttpStatusCode.ProxyAuthenticationRequired => OutboundFault.NeedsSignIn,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => OutboundFault.NotThere,
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => OutboundFault.ServerFailed,
            _ => OutboundFault.NoFile,
        };

    private bool IsPlain => response.Content.Headers.ContentEncoding.All(coding => coding is "identity");

    /// <summary>Fills the buffer unless the body ends first.</summary>
    /// <exception cref="OutboundException">It came too slowly, or broke off.</exception>
    public async Task<int> FillAsync(Memory<byte> buffer)
    {
        var filled = 0;
        while (filled < buffer.Length && await ReadAsync(buffer[filled..]) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }

    /// <summary>What has come, at least a byte; 0 at the end of the body.</summary>
    /// <exception cref="OutboundException">It came too slowly, or broke off.</exception>
    public async Task<int> ReadAsync(Memory<byte> buffer)
    {
        try
        {
            var ct = deadline.Begin();
            body ??= await response.Content.ReadAsStreamAsync(ct);
            var read = await body.ReadAsync(buffer, ct);
            deadline.End();
            return read;
        }
        catch (OperationCanceledException given) when (deadline.WasGivenUp)
        {
            throw new OutboundException(OutboundFault.TooSlow, given);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            deadline.Caller.ThrowIfCancellationRequested();
            throw new OutboundException(deadline.WasGivenUp ? OutboundFault.TooSlow : OutboundFault.BrokenOff, lost);
        }
    }

    /// <summary>Closes this connection but not the whole fetch: a redirect continues elsewhere.</summary>
    public void Close() => response.Dispose();

    public void Dispose()
    {
        Close();
        deadline.Dispose();
    }
}
