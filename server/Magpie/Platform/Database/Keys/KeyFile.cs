using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform.Database.Keys;

/// <summary>
/// A secret outside the database, so that a copy of the database alone, such as a dump, signs nobody in and opens no cloud connection. See
/// docs/decisions/0018.
/// </summary>
internal sealed class KeyFile(DataFolder data, IOptions<KeyOptions> options, ILogger<KeyFile> log)
{
    /// <summary>What to do when the file is lost.</summary>
    public const string BeginAnew =
        "start once with Magpie__Keys__BeginAnew=true: everybody then signs in again, and connects again with Dropbox and Google Drive.";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Head = "magpie-key-1:";
    private const int Length = 32;

    private readonly Lock gate = new();
    private byte[]? secret;

    public string Path => options.Value.File is { Length: > 0 } file ? System.IO.Path.GetFullPath(file) : data.KeyFile;

    public bool Exists => File.Exists(Path);

    /// <exception cref="StartRefusedException">It is no such file, or cannot be read.</exception>
    public byte[] Secret
    {
        get
        {
            lock (gate)
            {
                return secret ??= Read();
            }
        }
    }

    /// <summary>Identifies the file that encrypted something, without revealing its content.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData([.. "magpie key file "u8, .. Secret]))[..16];

    /// <summary>Writes a new one, whole or not at all, and never over another.</summary>
    /// <exception cref="StartRefusedException">It cannot be written there.</exception>
    public void Make()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        var begun = $"{Path}.{Guid.NewGuid():n}";
        try
        {
            using (
                var file = new FileStream(
                    begun,
                    new FileStreamOptions
                    {
                        Mode = FileMode.CreateNew,
                        Access = FileAccess.Write,
                        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    }
                )
            )
            {
                file.Write(
                    System.Text.Encoding.ASCII.GetBytes($"{Head}{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length))}\n")
                );
                file.Flush(flushToDisk: true);
            }

            if (!Exists)
            {
                File.Move(begun, Path, overwrite: false);
            }

            UnixFiles.SyncFolder(folder);
        }
        catch (Exception refused)
            when ((refused is IOException or UnauthorizedAccessException) && Outages.Of(refused) is not Outage.DiskFull && !Exists)
        {
            throw new StartRefusedException($"Magpie:Keys:File: {Path} cannot be written: {refused.Message}");
        }
        finally
        {
            File.Delete(begun);
        }
    }

    private byte[] Read()
    {
        try
        {
            using var file = File.OpenRead(Path);
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd().Trim();
            var read = new byte[Length];
            if (
                text.StartsWith(Head, StringComparison.Ordinal)
                && Convert.TryFromBase64String(text[Head.Length..], read, out var length)
                && length == Length
            )
            {
                WarnOfOthers(file.SafeFileHandle);
                return read;
            }

            throw new StartRefusedException(
                $"Magpie:Keys:File: {Path} is no key file of Magpie's, or is damaged. Restore it from a backup. If it is lost for "
                    + $"good, remove it and {BeginAnew}"
            );
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Magpie:Keys:File: {Path} cannot be read: {refused.Message}");
        }
    }

    /// <summary>
    /// Checks the target of a link, too. Only logged: somebody has put it outside the data folder, with permissions that others may need.
    /// </summary>
    private void WarnOfOthers(SafeFileHandle file)
    {
        var mode = File.GetUnixFileMode(file);
        if ((mode & ~OwnerOnly) != 0)
        {
            log.LogWarning(
                "Others on this machine may use {Path} ({Mode}), which opens the keys in the database. Close it to them: chmod 600 {File}",
                Path,
                DataFolder.InOctal(mode),
                Path
            );
        }
    }
}
