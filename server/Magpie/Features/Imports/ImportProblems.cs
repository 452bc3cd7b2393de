using Magpie.Model;
using Magpie.Platform.Outbound;

namespace Magpie.Features.Imports;

/// <summary>
/// The sentences of imports. Everything that may be wrong with reaching an address gets the same sentence, so that it reveals nothing about
/// the network.
/// </summary>
internal static class ImportProblems
{
    public static readonly RuleViolation NoAddress = new(
        "address-invalid",
        "This is not an address. Paste a whole one that begins with https://."
    );

    public static readonly RuleViolation Unreachable = new(
        "address-unreachable",
        "This address can’t be imported. It must be public, use https and need no sign-in."
    );

    public static readonly RuleViolation Addresses = new(
        "import-addresses",
        "Send one address as url, or several as urls. A name goes with a single one only."
    );

    public static readonly RuleViolation Interrupted = new(
        "import-interrupted",
        "The server ended three times while it fetched this file. Retry; if it happens again, tell whoever runs Magpie."
    );

    public static readonly RuleViolation OurFault = new RuleViolation(
        "import-interrupted",
        "Something went wrong on our side. Nothing of this file was kept; retry."
    ).With(("reason", "ourFault"));

    public static readonly RuleViolation DiskFull = new RuleViolation(
        "disk-full",
        "The server’s disk is full. Ask whoever runs Magpie to make room, then retry."
    ).With(("reason", "import"));

    public static readonly RuleViolation TooManyProbes = new RuleViolation(
        "too-many-requests",
        "Several addresses are being looked at for you already. Wait until they are done."
    ).With(("reason", "probes"));

    public static RuleViolation TooMany(int most) =>
        new RuleViolation(
            "too-many-imports",
            $"At most {most} imports may wait or run for you. Wait until some are done, or cancel some."
        ).With(("limit", most));

    public static RuleViolation Of(OutboundFault fault, string name) =>
        fault switch
        {
            OutboundFault.Unreachable => Unreachable,
            OutboundFault.NeedsSignIn => new RuleViolation(
                "address-needs-sign-in",
                $"*{name}* needs a sign-in at its server. Use an address that anybody can open, or download the file and upload it."
            ).With(("file", name)),
            OutboundFault.NotThere => new("address-empty", "There is no file at this address. Check it in a browser, then paste it again."),
            OutboundFault.ServerFailed => new(
                "address-server-failed",
                "The server at this address can’t give out the file right now. Retry later."
            ),
            OutboundFault.NoFile => new RuleViolation(
                "address-empty",
                "The server at this address answers without a file. Check it in a browser, then paste it again."
            ).With(("reason", "noFile")),
            OutboundFault.TooManyRedirects => new(
                "address-redirects",
                "This address leads on and on. Open it in a browser, and paste the address that it ends at."
            ),
            OutboundFault.Compressed => new RuleViolation(
                "address-compressed",
                $"The server sends *{name}* packed, which Magpie does not open. Download the file and upload it."
            ).With(("file", name)),
            OutboundFault.TooSlow => new RuleViolation(
                "address-too-slow",
                $"*{name}* came too slowly, and was given up. Retry, or download the file and upload it."
            ).With(("file", name)),
            OutboundFault.BrokenOff => new RuleViolation(
                "address-broke-off",
                $"The connection broke off before *{name}* was whole. Retry."
            ).With(("file", name)),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

    /// <summary>Trying again may work without any change.</summary>
    public static bool IsRetryable(string code) =>
        code
            is not (
                "too-large"
                or "format-not-kept"
                or "videos-not-in-plan"
                or "too-many-pixels"
                or "too-many-frames"
                or "too-many-scans"
                or "too-many-cuts"
                or "encrypted"
                or "no-picture-track"
                or "cloud-not-given-out"
            );
}
