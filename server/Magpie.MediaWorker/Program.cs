Console.WriteLine("Started by Magpie.");
