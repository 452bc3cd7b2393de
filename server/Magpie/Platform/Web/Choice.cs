using System.Diagnostics.CodeAnalysis;

namespace Magpie.Platform.Web;

/// <summary>
/// One of an enumeration's names in an address, as the rest of the API writes them: <c>image</c>, not <c>Image</c>. Bound as itself an
/// enumeration is taken in its C# case only, and as a number.
/// </summary>
[SuppressMessage("Design", "CA1000", Justification = "Binding finds these two by their names, on the type itself.")]
public readonly record struct Choice<T>(T Value) : IParsable<Choice<T>>
    where T : struct, Enum
{
    public static Choice<T> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var choice) ? choice : throw new FormatException($"{s} is none of {string.Join(", ", Enum.GetNames<T>())}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<T> result)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(s, StringComparison.OrdinalIgnoreCase))
            {
                result = new(value);
                return true;
            }
        }

        result = default;
        return false;
    }
}
