using System.Globalization;
using System.Text;

namespace Magpie.Tests.Platform.Durability;

/// <summary>A call of a recorded program to the kernel, as strace writes it: <c>name(arguments) = result</c>.</summary>
internal sealed class SystemCall
{
    private readonly string[] arguments;
    private readonly string result;

    private SystemCall(string name, string[] arguments, string result) => (Name, this.arguments, this.result) = (name, arguments, result);

    public string Name { get; }

    public bool Failed => result.StartsWith('-');

    /// <summary>Of a file that it opened.</summary>
    public string? OpenedPath => PathIn(result);

    /// <summary>What it did is known; a call of a program that was killed meanwhile may have done anything.</summary>
    public bool HasEnded => result is not ("" or "?");

    /// <param name="ended">Null where the program was killed before it did.</param>
    public static SystemCall Parse(string begun, string? ended)
    {
        var call = begun + ended;
        var (open, equals) = (
            call.IndexOf('(', StringComparison.Ordinal),
            ended is null ? call.Length : call.LastIndexOf(" = ", StringComparison.Ordinal)
        );
        var arguments = call[(open + 1)..equals].TrimEnd();
        arguments = ended is null ? arguments : arguments[..^1].TrimEnd();
        return new(call[..open], arguments.Split(", "), ended is null ? "" : call[(equals + 3)..].Trim());
    }

    public bool Says(int argument, string word) => arguments.ElementAtOrDefault(argument)?.Split('|').Contains(word) ?? false;

    public long Number(int argument) => long.Parse(arguments[argument], CultureInfo.InvariantCulture);

    /// <summary>Behind a descriptor; null where that has no name any more.</summary>
    public string? DescriptorPath(int argument) => PathIn(arguments[argument]);

    /// <summary>
    /// Named in quotes, from the folder of the descriptor before it where there is one and it does not begin at the root.
    /// </summary>
    public string NamedPath(int argument)
    {
        var path = Text(Quoted(arguments[argument]));
        var folder = argument > 0 ? PathIn(arguments[argument - 1]) : null;
        return path.StartsWith('/') ? path
            : folder is not null ? Path.Combine(folder, path)
            : throw new NotSupportedException($"{Name} of {path}: it is not known where that begins.");
    }

    public byte[] Data(int argument) => Bytes(Quoted(arguments[argument]));

    public override string ToString() => $"{Name}({string.Join(", ", arguments.Select(Readable))}) = {result}";

    private static ReadOnlySpan<char> Quoted(string argument) =>
        argument is ['"', .. var inner, '"']
            ? inner.AsSpan()
            : throw new NotSupportedException($"strace did not write all of {argument[..Math.Min(60, argument.Length)]}.");

    private static string Readable(string argument) =>
        argument.Length > 2_000 ? "…" : PathIn(argument) ?? (argument is ['"', .., '"'] ? Text(Quoted(argument)) : argument);

    private static string? PathIn(string argument) =>
        argument.IndexOf('<', StringComparison.Ordinal) is >= 0 and var open && argument.EndsWith('>')
            ? Text(argument.AsSpan()[(open + 1)..^1])
            : null;

    private static string Text(ReadOnlySpan<char> written) => Encoding.UTF8.GetString(Bytes(written));

    /// <summary>strace -xx writes each byte as <c>\x6d</c>; by hand one writes letters.</summary>
    private static byte[] Bytes(ReadOnlySpan<char> written)
    {
        if (!written.StartsWith("\\x"))
        {
            return Encoding.UTF8.GetBytes(written.ToArray());
        }

        var bytes = new byte[written.Length / 4];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = byte.Parse(written.Slice((i * 4) + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        return bytes;
    }
}
