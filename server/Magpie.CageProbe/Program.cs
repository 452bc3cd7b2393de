using System.Globalization;
using Magpie.CageProbe;

// Started by the tests where a decoder is started, and once without a cage:
//   magpie-cage-probe <folder that stands for the data> <process that stands for the server> <file that it may read> [bound]
// Says of each try what the kernel answered: its name, a tab, and zero or the error.
var deeds = new Deeds(args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2], bound: args.Length > 3);
var answers = new List<string>();
foreach (var (name, x64, arm64) in Calls.All)
{
    if ((Kernel.IsArm ? arm64 : x64) is var number and >= 0)
    {
        answers.Add($"call {name}\t{Calls.Try(name, number)}");
    }
}

foreach (var (name, act) in deeds.All)
{
    answers.Add($"{name}\t{act()}");
}

Console.WriteLine(string.Join('\n', answers));
