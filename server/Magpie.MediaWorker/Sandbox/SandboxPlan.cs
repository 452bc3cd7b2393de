using System.Globalization;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>What a child may have. Sizes in bytes; zero means the system's own limit.</summary>
internal sealed record SandboxPlan
{
    public List<string> Readable { get; } = [];
    public List<string> Executable { get; } = [];
    public List<string> Writable { get; } = [];
    public ulong Memory { get; private set; }
    public ulong CpuSeconds { get; private set; }
    public ulong FileBytes { get; private set; }

    /// <summary>The process whose end must be this one's end.</summary>
    public int Parent { get; private set; }

    /// <summary>Who the child becomes, and its group; zero where it stays who the server is.</summary>
    public uint User { get; private set; }

    /// <summary>The highest version of Landlock that is made use of: by it a test sees what an older kernel would leave open.</summary>
    public int LandlockAtMost { get; private set; } = int.MaxValue;

    /// <summary>Reads the options up to <c>--</c> and gives back what follows.</summary>
    public static (SandboxPlan Plan, string[] Remaining) Parse(ReadOnlySpan<string> arguments)
    {
        var plan = new SandboxPlan();
        var at = 0;
        for (; at < arguments.Length && arguments[at] != "--"; at += 2)
        {
            if (at + 1 == arguments.Length)
            {
                throw new ArgumentException($"{arguments[at]} needs a value");
            }

            plan.Take(arguments[at], arguments[at + 1]);
        }

        return (plan, at < arguments.Length ? arguments[(at + 1)..].ToArray() : []);
    }

    private void Take(string option, string value)
    {
        switch (option)
        {
            case "--read":
                Readable.Add(value);
                break;
            case "--write":
                Writable.Add(value);
                break;
            case "--memory":
                Memory = Number(value);
                break;
            case "--cpu":
                CpuSeconds = Number(value);
                break;
            case "--file":
                FileBytes = Number(value);
                break;
            case "--user":
                User = (uint)Number(value);
                break;
            case "--landlock":
                LandlockAtMost = (int)Number(value);
                break;
            case "--parent":
                Parent = (int)Number(value);
                break;
            default:
                throw new ArgumentException($"{option} is not an option");
        }
    }

    private static ulong Number(string value) => ulong.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
}
