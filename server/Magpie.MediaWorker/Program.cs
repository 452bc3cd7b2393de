using System.Runtime.InteropServices;
using Magpie.MediaWorker.Pictures;
using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Sandbox;

// Started by the server only:
//   magpie-media-worker pictures [limits] -- <in folder> <out folder>
//   magpie-media-worker run [limits] -- <program> [arguments…]
const string InsideMark = "pictures-inside";

if (args is [InsideMark, var inside, var outside])
{
    PictureLoop.Run(inside, outside);
    return 0;
}

if (args.Length < 2)
{
    Console.Error.WriteLine("This program is started by Magpie.");
    return 2;
}

try
{
    return Launch(args[0], args.AsSpan(1));
}
catch (Exception e) when (e is SandboxException or IOException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return LauncherExits.CouldNotStart;
}

static int Launch(string what, ReadOnlySpan<string> arguments)
{
    var (plan, rest) = SandboxPlan.Parse(arguments);
    switch (what)
    {
        case "pictures" when rest is [var inFolder, var outFolder]:
            plan.Readable.Add(inFolder);
            plan.Writable.Add(outFolder);
            plan.Executable.Add(AppContext.BaseDirectory);
            // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ lies three folders below what has to be readable.
            plan.Executable.Add(Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()));
            SandboxLauncher.Become(plan, Environment.ProcessPath!, [InsideMark, inFolder, outFolder]);
            return LauncherExits.CouldNotStart;
        case "run" when rest is [var program, .. var given]:
            var path = ProgramSearch.Find(program);
            plan.Executable.Add(Path.GetDirectoryName(path)!);
            SandboxLauncher.Become(plan, path, given);
            return LauncherExits.CouldNotStart;
        default:
            Console.Error.WriteLine("This program is started by Magpie.");
            return 2;
    }
}
