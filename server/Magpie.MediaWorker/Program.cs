using System.Runtime.InteropServices;
using Magpie.MediaWorker.Pictures;
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

var (plan, rest) = SandboxPlan.Parse(args.AsSpan(1));
switch (args[0])
{
    case "pictures" when rest is [var inFolder, var outFolder]:
        plan.Readable.Add(inFolder);
        plan.Writable.Add(outFolder);
        plan.Executable.Add(AppContext.BaseDirectory);
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.0/ lies three folders below what has to be readable.
        plan.Executable.Add(Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory()));
        SandboxLauncher.Become(plan, Environment.ProcessPath!, [InsideMark, inFolder, outFolder]);
        return 1;
    case "run" when rest is [var program, .. var arguments]:
        var path = ProgramSearch.Find(program);
        plan.Executable.Add(Path.GetDirectoryName(path)!);
        SandboxLauncher.Become(plan, path, arguments);
        return 1;
    default:
        Console.Error.WriteLine("This program is started by Magpie.");
        return 2;
}
