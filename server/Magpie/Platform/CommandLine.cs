using System.CommandLine;

namespace Magpie.Platform;

/// <summary>The program's arguments: none or settings of the host, which start the server, or a command.</summary>
internal static class CommandLine
{
    private static readonly string[] Help = ["-h", "-?", "--help", "--version"];

    /// <summary>A command's own words are not settings, and while it runs the terminal is for its lines.</summary>
    public static string[] ForHost(string[] args) =>
        IsCommand(args) && args[0] is not "serve" ? ["--Logging:LogLevel:Default=Warning"] : [.. args.SkipWhile(word => word is "serve")];

    public static Task<int> RunAsync(string[] args, Func<Task<int>> serve, params Command[] commands)
    {
        if (!IsCommand(args) || args is ["serve", ..])
        {
            return serve();
        }

        var root = new RootCommand("Magpie: a media library for social-media teams. Without a command it serves.");
        root.Subcommands.Add(new Command("serve", "Serves until it is told to stop."));
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root.Parse(args).InvokeAsync(new() { Output = new PlainWriter(Console.Out), Error = new PlainWriter(Console.Error) });
    }

    private static bool IsCommand(string[] args) => args is [var first, ..] && (Help.Contains(first) || !first.StartsWith('-'));
}
