using System.Text;

namespace Magpie.Platform;

/// <summary>
/// A terminal writer that lets no control sequences through, whoever writes: a library's error message repeats the word that it does not
/// know.
/// </summary>
internal sealed class PlainWriter(TextWriter terminal) : TextWriter
{
    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value)
    {
        if (char.IsSurrogate(value))
        {
            terminal.Write(value); // One half of a letter; the other one comes next.
            return;
        }

        Write(value.ToString());
    }

    public override void Write(string? value) => terminal.Write(value is null ? null : TerminalText.Lines(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void WriteLine(string? value)
    {
        Write(value);
        terminal.WriteLine();
    }

    public override void Flush() => terminal.Flush();
}
