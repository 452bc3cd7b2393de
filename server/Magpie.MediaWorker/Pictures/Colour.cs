using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

internal static class Colour
{
    /// <summary>What every screen shows alike: sRGB, eight bits. An embedded profile is obeyed unless it is nonsense.</summary>
    public static VipsImage ToSrgb(VipsImage image)
    {
        if (image.Has("icc-profile-data"))
        {
            try
            {
                using var transform = new VipsOperation("icc_transform");
                using var transformed = transform
                    .With("in", image)
                    .With("output_profile", "srgb")
                    .With("embedded", "true")
                    .With("intent", "perceptual")
                    .With("depth", 8)
                    .Image();
                return ToColourSpace(transformed);
            }
            catch (VipsException)
            {
                // A profile that is damaged or of another colour model: what browsers do then is to take the numbers as they are.
            }
        }

        return ToColourSpace(image);
    }

    /// <summary>Gives it a profile that says how its numbers are meant; one for three colours, so a grey picture becomes one.</summary>
    /// <param name="image">Is taken over.</param>
    public static VipsImage Meant(VipsImage image, byte[] profile)
    {
        if (image.IsGrey)
        {
            using var grey = image;
            image = ToColourSpace(grey, grey.IsDeep ? "rgb16" : "srgb");
        }

        image.Set("icc-profile-data", profile);
        return image;
    }

    private static VipsImage ToColourSpace(VipsImage image, string space = "srgb")
    {
        using var operation = new VipsOperation("colourspace");
        return operation.With("in", image).With("space", space).Image();
    }
}
