using System.Diagnostics;
using System.Globalization;
using Magpie.Bench.Seed;

// Fills the first group of an installation with made-up assets, for measuring. Each borrows the files of a real one that is there
// already, at least one picture and one video. The installation must not be running. The same on every run.
if (args.Length != 2 || !int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
{
    Console.Error.WriteLine("usage: Magpie.Bench.Seed <data folder, or Npgsql connection string> <how many>");
    return 2;
}

var clock = Stopwatch.StartNew();
await using var db = Installation.Open(args[0]);
var home = await Installation.ReadAsync(db);
using var rows = await RowWriter.OpenAsync(db);
var tables = new LibraryTables(rows, home);
tables.AddLabelsAndProfiles();

var done = 0;
foreach (var assets in new SeededLibrary(home, count).Chunk(25_000))
{
    tables.Add(assets);
    done += assets.Length;
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {count} assets, {clock.Elapsed.TotalSeconds:f0} s"));
}

tables.Finish();
Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seeded in {clock.Elapsed.TotalSeconds:f0} s"));
return 0;
