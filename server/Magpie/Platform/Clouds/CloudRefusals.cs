using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Platform.Outbound;

namespace Magpie.Platform.Clouds;

/// <summary>The sentences of cloud stores.</summary>
internal static class CloudRefusals
{
    public static readonly RuleViolation NoFiles = new("import-files", "Choose at least one file to import.");

    public static readonly RuleViolation BadId = new RuleViolation(
        "not-found",
        "There is no such file or folder. Open the list again."
    ).With(("reason", "cloudFile"));

    public static readonly RuleViolation NoPublicAddress = new(
        "public-address-unknown",
        "Magpie doesn’t know its own address yet. Ask whoever runs it to set Magpie__PublicUrl."
    );

    public static RuleViolation NotConfigured(CloudProvider at) =>
        new RuleViolation("cloud-not-configured", $"{at.Title()} is not set up on this server. Ask whoever runs Magpie.").With(
            ("provider", at)
        );

    public static RuleViolation NotConnected(CloudProvider at) =>
        new RuleViolation("cloud-not-connected", $"You are not connected with {at.Title()}. Connect, then try again.").With(
            ("provider", at)
        );

    public static RuleViolation ConnectAgain(CloudProvider at) =>
        new RuleViolation("cloud-connect-again", $"{at.Title()} no longer lets Magpie read your files. Connect again.").With(
            ("provider", at)
        );

    public static RuleViolation NotAllowed(CloudProvider at) =>
        new RuleViolation(
            "cloud-not-allowed",
            $"Magpie may not read your files in {at.Title()} yet. Connect again, and leave that permission ticked."
        ).With(("provider", at));

    public static RuleViolation NotThere(CloudProvider at) =>
        new RuleViolation(
            "cloud-not-there",
            $"This is no longer in {at.Title()}, or you may not open it there any more. Open the list again."
        ).With(("provider", at));

    public static RuleViolation NotGivenOut(CloudProvider at) =>
        new RuleViolation(
            "cloud-not-given-out",
            $"{at.Title()} does not give this file out: its owner or {at.Title()} itself forbids it."
        ).With(("provider", at));

    public static RuleViolation ListChanged(CloudProvider at) =>
        new RuleViolation("cloud-list-changed", $"{at.Title()} has just changed this list. Open it again from the start.").With(
            ("provider", at)
        );

    public static RuleViolation Busy(CloudProvider at) =>
        new RuleViolation("cloud-busy", $"{at.Title()} asks to wait, as much was asked of it in a short time. Try again in a minute.").With(
            ("provider", at)
        );

    public static RuleViolation Failed(CloudProvider at) =>
        new RuleViolation("cloud-failed", $"{at.Title()} can’t be asked right now. Try again in a moment.").With(("provider", at));

    public static RuleViolation ServerRefused(CloudProvider at) =>
        new RuleViolation(
            "cloud-refuses-server",
            $"{at.Title()} does not accept this server’s registration. Ask whoever runs Magpie to check its client id, secret and "
                + "permissions."
        ).With(("provider", at));

    public static RuleViolation Of(OutboundFault fault, CloudProvider at, string? file) =>
        (fault, file) switch
        {
            (OutboundFault.TooSlow, { } name) => new RuleViolation(
                "address-too-slow",
                $"*{name}* came too slowly from {at.Title()}, and was given up. Retry."
            ).With(("file", name), ("provider", at)),
            (OutboundFault.BrokenOff, { } name) => new RuleViolation(
                "address-broke-off",
                $"The connection to {at.Title()} broke off before *{name}* was whole. Retry."
            ).With(("file", name), ("provider", at)),
            (OutboundFault.NotThere, _) => NotThere(at),
            _ => Failed(at),
        };
}
