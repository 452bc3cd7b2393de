namespace Magpie.MediaWorker.Sandbox;

internal static class ProgramSearch
{
    /// <summary>As a shell would: a name with a slash is a path, any other is looked for along <c>PATH</c>.</summary>
    public static string Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return Path.GetFullPath(program);
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin").Split(
            ':',
            StringSplitOptions.RemoveEmptyEntries
        );
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{program} is not on the PATH", program);
    }
}
