Console.WriteLine("Not run by hand. Make a migration for both databases with: scripts/migrate <Name>");
